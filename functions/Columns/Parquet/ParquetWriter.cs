namespace Homeward.Columns.Parquet;

public enum ParquetCompression
{
    None,
    Snappy,
}

/// <param name="Metadata">Key-value metadata of the file, written in key order.</param>
public sealed record ParquetOptions(
    IReadOnlyDictionary<string, string>? Metadata = null,
    ParquetCompression Compression = ParquetCompression.Snappy,
    int RowGroupRows = 122_880);

/// <summary>Writes a table as one Parquet file; the same table and options give the same bytes.</summary>
public static class ParquetWriter
{
    /// <summary>Encodes the whole file in memory: a lake's files are put in one step, never streamed half-written.</summary>
    public static byte[] Write(Table table, ParquetOptions? options = null) => throw new NotImplementedException();
}
