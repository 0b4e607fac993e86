using Homeward.Columns.Parquet.Format;
using Homeward.Columns.Parquet.Reading;
using Homeward.Columns.Parquet.Writing;

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
    // Below this, handing chunks to other threads costs more than it saves.
    const int ParallelCells = 200_000;

    /// <summary>Encodes the whole file in memory: a lake's files are put in one step, never streamed half-written.</summary>
    /// <exception cref="ArgumentException">A decimal has more digits than its column's precision.</exception>
    /// <exception cref="InvalidOperationException">More bytes than an array holds, or so many equal rows that the reader would take the file for a trap.</exception>
    public static byte[] Write(Table table, ParquetOptions? options = null) => Write(table, options ?? new(), checksums: true);

    /// <summary>Without checksums, as many writers do it: tests that damage pages want to see more than the checksum fail.</summary>
    internal static byte[] Write(Table table, ParquetOptions options, bool checksums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RowGroupRows, 1);
        var codec = options.Compression == ParquetCompression.Snappy ? Codec.Snappy : Codec.Uncompressed;
        var types = table.Columns.Select(StoredType.Of).ToArray();
        var groups = (int)((table.RowCount + (long)options.RowGroupRows - 1) / options.RowGroupRows);
        var chunks = new EncodedChunk[groups * types.Length];
        Workers.Run(chunks.Length, (long)table.RowCount * types.Length < ParallelCells, () => new ChunkEncoder(codec, checksums), (encoder, i) =>
        {
            var (group, column) = Math.DivRem(i, types.Length);
            var first = group * options.RowGroupRows;
            chunks[i] = encoder.Encode(table.Columns[column], types[column], first, Math.Min(options.RowGroupRows, table.RowCount - first));
        });
        var metadata = (options.Metadata ?? new Dictionary<string, string>()).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        var file = FileAssembler.Assemble(types, table, chunks, codec, metadata);
        return ReadLimits.Hold(table.RowCount, table.Columns.Select(column => column.Type), file.Length)
            ? file
            : throw new InvalidOperationException($"{table.RowCount} rows in {file.Length} bytes are more than the reader makes of so small a file: write fewer rows per file.");
    }
}
