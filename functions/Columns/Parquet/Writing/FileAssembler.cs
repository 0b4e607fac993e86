using Homeward.Columns.Parquet.Format;
using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Lays the chunks out as one file: magic, chunks, column indexes, offset indexes, footer, its length, magic.</summary>
static class FileAssembler
{
    static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <param name="chunks">Row group by row group, column by column.</param>
    public static byte[] Assemble(IReadOnlyList<StoredType> types, Table table, EncodedChunk[] chunks, Codec codec, KeyValuePair<string, string>[] metadata)
    {
        var starts = new long[chunks.Length];
        var end = (long)Magic.Length;
        for (var i = 0; i < chunks.Length; i++)
        {
            starts[i] = end;
            end += chunks[i].Bytes.Length;
        }

        using var tail = new ByteBuffer(1 << 12);
        var columns = Columns(types, chunks, starts, codec);
        WriteIndexes(columns, chunks, starts, end, tail);
        WriteFooter(types, table, columns, chunks, metadata, tail);
        return Join(chunks, end, tail);
    }

    static ColumnChunk[] Columns(IReadOnlyList<StoredType> types, EncodedChunk[] chunks, long[] starts, Codec codec)
    {
        var columns = new ColumnChunk[chunks.Length];
        for (var i = 0; i < chunks.Length; i++)
        {
            var (chunk, type) = (chunks[i], types[i % types.Count]);
            columns[i] = new()
            {
                Type = type.Physical,
                Encodings = chunk.DictionaryBytes > 0
                    ? [PageEncoding.Plain, PageEncoding.Rle, PageEncoding.RleDictionary]
                    : [PageEncoding.Plain, PageEncoding.Rle],
                Path = [type.Schema.Name],
                Codec = codec,
                Values = chunk.Rows,
                UncompressedSize = chunk.UncompressedSize,
                CompressedSize = chunk.Bytes.Length,
                DataOffset = starts[i] + chunk.DictionaryBytes,
                DictionaryOffset = chunk.DictionaryBytes > 0 ? starts[i] : null,
                Statistics = chunk.Statistics,
                DataPages = chunk.Pages.Count,
            };
        }

        return columns;
    }

    static void WriteIndexes(ColumnChunk[] columns, EncodedChunk[] chunks, long[] starts, long end, ByteBuffer tail)
    {
        for (var i = 0; i < chunks.Length; i++)
        {
            if (chunks[i].Bounded)
            {
                var start = tail.Length;
                PageIndex.WriteBounds(tail, chunks[i].Pages, chunks[i].Order);
                columns[i].ColumnIndexOffset = end + start;
                columns[i].ColumnIndexLength = tail.Length - start;
            }
        }

        for (var i = 0; i < chunks.Length; i++)
        {
            var start = tail.Length;
            PageIndex.WriteOffsets(tail, chunks[i].Pages, starts[i]);
            columns[i].OffsetIndexOffset = end + start;
            columns[i].OffsetIndexLength = tail.Length - start;
        }
    }

    static void WriteFooter(
        IReadOnlyList<StoredType> types,
        Table table,
        ColumnChunk[] columns,
        EncodedChunk[] chunks,
        KeyValuePair<string, string>[] metadata,
        ByteBuffer tail)
    {
        var start = tail.Length;
        var schema = types.Select(type => type.Schema)
            .Prepend(new SchemaElement("schema") { Children = types.Count })
            .ToArray();
        var groups = columns.Length == 0 ? [] : columns.Chunk(types.Count).Select((group, i) => new RowGroup(chunks[i * types.Count].Rows, group)).ToArray();
        new Footer(schema, table.RowCount, groups, metadata).Write(new ThriftWriter(tail));
        tail.WriteInt32(tail.Length - start);
        tail.Write(Magic);
    }

    static byte[] Join(EncodedChunk[] chunks, long end, ByteBuffer tail)
    {
        if (end + tail.Length > Array.MaxLength)
        {
            throw new InvalidOperationException($"The Parquet file would be {end + tail.Length} bytes; in memory {Array.MaxLength} are possible: write fewer rows per file.");
        }

        var file = GC.AllocateUninitializedArray<byte>((int)end + tail.Length);
        Magic.CopyTo(file);
        var next = Magic.Length;
        foreach (var chunk in chunks)
        {
            chunk.Bytes.CopyTo(file, next);
            next += chunk.Bytes.Length;
        }

        tail.Written.CopyTo(file.AsSpan(next));
        return file;
    }
}
