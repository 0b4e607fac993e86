using Homeward.Columns.Parquet.Format;
using Homeward.Columns.Parquet.Reading;

namespace Homeward.Columns.Parquet;

/// <summary>Reads flat Parquet files.</summary>
/// <remarks>
/// Types of other writers become the nearest of ours: integers of 8 and 16 bits Int32, unsigned ones of 32 bits Int64, FLOAT Double,
/// TIMESTAMP of any unit Timestamp where it is a whole number of milliseconds (one without a time zone is taken as UTC), and BYTE_ARRAY
/// without a meaning Text where it is UTF-8.
/// </remarks>
public sealed class ParquetReader
{
    readonly ParquetFile file;

    ParquetReader(ParquetFile file)
    {
        this.file = file;
        Metadata = ReadMetadata(file.Footer);
    }

    /// <summary>Reads the footer only.</summary>
    /// <exception cref="ParquetException">Not Parquet, damaged, or uses something that is not supported (named).</exception>
    public static ParquetReader Open(ReadOnlyMemory<byte> file)
    {
        var footer = FileLayout.ReadFooter(file.Span);
        var (fields, places) = FieldReader.Read(footer.Schema);
        FileLayout.Check(footer);
        return new(new(file, footer, fields, places));
    }

    public IReadOnlyList<ParquetField> Schema => file.Fields;

    /// <summary>Key-value metadata; of a key given twice, the last.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    public long RowCount => file.Footer.Rows;

    /// <summary>Reads the columns named, in that order; all of them when null.</summary>
    /// <exception cref="ParquetException">A column is absent, or the file is damaged.</exception>
    public Table Read(IReadOnlyList<string>? columns = null, string name = "", ParquetReadOptions? options = null) =>
        TableReader.Read([file], columns, null, name, options ?? new());

    /// <summary>Reads the rows in a range only, without touching the row groups and pages that hold none.</summary>
    /// <exception cref="ParquetException">A column is absent, or the file is damaged.</exception>
    /// <exception cref="ArgumentException">The range is not of its column's type.</exception>
    public Table Read(IReadOnlyList<string>? columns, ParquetRange range, string name = "") => TableReader.Read([file], columns, range, name, new());

    /// <summary>Reads several files as one table, in the order given: their texts share one pool, so this is faster than joining tables.</summary>
    /// <param name="columns">All columns of the first file when null.</param>
    /// <exception cref="ParquetException">A column is absent or of another type in one of the files, or a file is damaged.</exception>
    /// <exception cref="ArgumentException">The range is not of its column's type.</exception>
    public static Table ReadAll(
        IReadOnlyList<ParquetReader> files, IReadOnlyList<string>? columns = null, ParquetRange? range = null, string name = "") =>
        TableReader.Read([.. files.Select(reader => reader.file)], columns, range, name, new());

    static Dictionary<string, string> ReadMetadata(Footer footer)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in footer.Metadata)
        {
            metadata[key] = value;
        }

        return metadata;
    }
}
