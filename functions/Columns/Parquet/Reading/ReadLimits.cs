namespace Homeward.Columns.Parquet.Reading;

/// <summary>Bounds what a file may claim to hold by what it is: a run of one value makes millions of rows out of a few bytes.</summary>
static class ReadLimits
{
    const long FreeBytes = 256L << 20;
    const long BytesPerByte = 256;

    /// <exception cref="ParquetException">The columns would take more memory than a file of this size plausibly fills.</exception>
    public static void Check(long rows, IReadOnlyList<ParquetField> fields, long fileBytes)
    {
        var width = fields.Sum(field => field.Type switch
        {
            ColumnType.Boolean => 1L,
            ColumnType.Text or ColumnType.Int32 or ColumnType.Date => 4,
            _ => 8,
        });
        ParquetException.Require(
            rows <= Array.MaxLength && rows * width <= FreeBytes + BytesPerByte * fileBytes,
            "footer",
            $"{rows} rows in {fileBytes} bytes, more than this reader believes");
    }
}
