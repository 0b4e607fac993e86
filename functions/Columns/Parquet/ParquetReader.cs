using Homeward.Columns.Parquet.Format;
using Homeward.Columns.Parquet.Reading;

namespace Homeward.Columns.Parquet;

/// <summary>Reads flat Parquet files.</summary>
public sealed class ParquetReader
{
    readonly ReadOnlyMemory<byte> file;
    readonly Footer footer;
    readonly ParquetField[] schema;

    ParquetReader(ReadOnlyMemory<byte> file, Footer footer)
    {
        this.file = file;
        this.footer = footer;
        schema = FieldReader.Read(footer.Schema);
        FileLayout.Check(footer, file.Length);
        Metadata = ReadMetadata(footer);
    }

    /// <summary>Reads the footer only.</summary>
    /// <exception cref="ParquetException">Not Parquet, damaged, or uses something that is not supported (named).</exception>
    public static ParquetReader Open(ReadOnlyMemory<byte> file) => new(file, FileLayout.ReadFooter(file.Span));

    public IReadOnlyList<ParquetField> Schema => schema;

    /// <summary>Key-value metadata; of a key given twice, the last.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    public long RowCount => footer.Rows;

    /// <summary>Reads the columns named, in that order; all of them when null.</summary>
    /// <exception cref="ParquetException">A column is absent, or the file is damaged.</exception>
    public Table Read(IReadOnlyList<string>? columns = null, string name = "")
    {
        var indexes = columns is null ? Enumerable.Range(0, schema.Length).ToArray() : columns.Select(Find).ToArray();
        var read = new Column[indexes.Length];
        Workers.Run(read.Length, footer.Rows * read.Length < 20_000, () => this, (_, i) =>
            read[i] = ColumnReader.Read(file.Span, footer, schema[indexes[i]], indexes[i]));
        return new Table(name, read);
    }

    int Find(string column)
    {
        var index = Array.FindIndex(schema, field => field.Name == column);
        return index >= 0 ? index : throw new ParquetException($"The Parquet file has no column {column}; it has {string.Join(", ", schema.Select(field => field.Name))}.");
    }

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
