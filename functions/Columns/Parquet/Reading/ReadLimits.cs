namespace Homeward.Columns.Parquet.Reading;

/// <summary>Bounds what reading may take by what is read: a run of one value makes millions of rows out of a few bytes, and a byte of gzip a thousand.</summary>
/// <param name="bytes">
/// Of all files that are read together. Rows may take 1 GiB and 256 times as much: columns of few values, sorted or not given, are ordinary. What it
/// takes to read them may take 256 MiB and 256 times as much.
/// </param>
sealed class ReadLimits(long bytes)
{
    const long FreeRowBytes = 1L << 30;
    const long FreeBytes = 256L << 20;
    const long BytesPerByte = 256;

    readonly long most = Most(bytes, FreeBytes);
    long left = Most(bytes, FreeBytes);

    /// <summary>True where a file of so many bytes may hold so many rows of these columns.</summary>
    public static bool Hold(long rows, IEnumerable<ColumnType> columns, long bytes) => rows <= Array.MaxLength && rows * Width(columns) <= Most(bytes, FreeRowBytes);

    /// <exception cref="ParquetException">The columns would take more memory than a file of this size plausibly fills.</exception>
    public void CheckRows(long rows, IEnumerable<ParquetField> fields)
    {
        var columns = fields.Select(field => field.Type);
        if (!Hold(rows, columns, bytes))
        {
            ParquetException.Unsupported("footer", $"{rows} rows of {Width(columns)} bytes; from {bytes} bytes this reader makes at most {Most(bytes, FreeRowBytes)}, so that no file exhausts its memory");
        }
    }

    /// <summary>Counts memory that grows with what pages and dictionaries hold; from any thread.</summary>
    /// <exception cref="ParquetException">More in all than files of this size plausibly fill.</exception>
    public void Take(long size, string where)
    {
        if (Interlocked.Add(ref left, -size) < 0)
        {
            ParquetException.Unsupported(where, $"its pages unfold to more than {most} bytes, the most for {bytes} bytes, so that no file exhausts this reader's memory");
        }
    }

    static long Most(long bytes, long free) => free + BytesPerByte * bytes;

    static long Width(IEnumerable<ColumnType> columns) => columns.Sum(type => type switch
    {
        ColumnType.Boolean => 1L,
        ColumnType.Text or ColumnType.Int32 or ColumnType.Date => 4,
        _ => 8,
    });
}
