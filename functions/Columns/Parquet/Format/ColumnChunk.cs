using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Format;

/// <summary>One column of one row group: where its pages lie and what they hold.</summary>
sealed record ColumnChunk
{
    public PhysicalType Type { get; init; }

    public IReadOnlyList<PageEncoding> Encodings { get; init; } = [];

    public IReadOnlyList<string> Path { get; init; } = [];

    public Codec Codec { get; init; }

    /// <summary>Nulls included.</summary>
    public long Values { get; init; }

    public long UncompressedSize { get; init; }

    public long CompressedSize { get; init; }

    public long DataOffset { get; init; }

    public long? DictionaryOffset { get; init; }

    public ChunkStatistics? Statistics { get; init; }

    public int DataPages { get; init; }

    public long OffsetIndexOffset { get; init; }

    public int OffsetIndexLength { get; init; }

    public long ColumnIndexOffset { get; init; }

    public int ColumnIndexLength { get; init; }

    /// <summary>Set where the chunk is said to lie in another file, or is encrypted.</summary>
    public string? Elsewhere { get; init; }

    public bool HasMetadata { get; init; }

    /// <summary>Where the first page starts.</summary>
    public long Start => DictionaryOffset is > 0 and { } dictionary && dictionary < DataOffset ? dictionary : DataOffset;

    public void Write(ThriftWriter thrift)
    {
        thrift.BeginStruct();
        thrift.Int64(2, 0);
        thrift.Struct(3);
        WriteMetadata(thrift);
        thrift.EndStruct();
        thrift.Int64(4, OffsetIndexOffset);
        thrift.Int32(5, OffsetIndexLength);
        if (ColumnIndexLength > 0)
        {
            thrift.Int64(6, ColumnIndexOffset);
            thrift.Int32(7, ColumnIndexLength);
        }

        thrift.EndStruct();
    }

    void WriteMetadata(ThriftWriter thrift)
    {
        thrift.Int32(1, (int)Type);
        thrift.List(2, ThriftType.Int32, Encodings.Count);
        foreach (var encoding in Encodings)
        {
            thrift.Element((long)encoding);
        }

        thrift.List(3, ThriftType.Binary, Path.Count);
        foreach (var name in Path)
        {
            thrift.Element(System.Text.Encoding.UTF8.GetBytes(name));
        }

        thrift.Int32(4, (int)Codec);
        thrift.Int64(5, Values);
        thrift.Int64(6, UncompressedSize);
        thrift.Int64(7, CompressedSize);
        thrift.Int64(9, DataOffset);
        if (DictionaryOffset is { } dictionary)
        {
            thrift.Int64(11, dictionary);
        }

        Statistics?.Write(thrift, 12);
        WriteEncodingCounts(thrift);
    }

    // Tells a reader that every data page is dictionary-coded, so that the dictionary alone can answer a filter.
    void WriteEncodingCounts(ThriftWriter thrift)
    {
        thrift.List(13, ThriftType.Struct, DictionaryOffset is null ? 1 : 2);
        if (DictionaryOffset is not null)
        {
            WriteEncodingCount(thrift, PageType.Dictionary, PageEncoding.Plain, 1);
        }

        WriteEncodingCount(thrift, PageType.Data, DictionaryOffset is null ? PageEncoding.Plain : PageEncoding.RleDictionary, DataPages);
    }

    static void WriteEncodingCount(ThriftWriter thrift, PageType page, PageEncoding encoding, int count)
    {
        thrift.BeginStruct();
        thrift.Int32(1, (int)page);
        thrift.Int32(2, (int)encoding);
        thrift.Int32(3, count);
        thrift.EndStruct();
    }

    public static ColumnChunk Read(ref ThriftReader thrift)
    {
        var chunk = new ColumnChunk();
        thrift.Enter();
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 1:
                    chunk = chunk with { Elsewhere = $"in the file {thrift.Text(type)}" };
                    break;
                case 3:
                    chunk = chunk.ReadMetadata(ref thrift, type);
                    break;
                case 4:
                    chunk = chunk with { OffsetIndexOffset = thrift.Int64(type) };
                    break;
                case 5:
                    chunk = chunk with { OffsetIndexLength = thrift.Int32(type) };
                    break;
                case 6:
                    chunk = chunk with { ColumnIndexOffset = thrift.Int64(type) };
                    break;
                case 7:
                    chunk = chunk with { ColumnIndexLength = thrift.Int32(type) };
                    break;
                case 8 or 9:
                    chunk = chunk with { Elsewhere = "encrypted" };
                    thrift.Skip(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.Leave();
        return chunk;
    }

    ColumnChunk ReadMetadata(ref ThriftReader thrift, ThriftType structType)
    {
        var chunk = this with { HasMetadata = true };
        thrift.Enter(structType);
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 1:
                    chunk = chunk with { Type = (PhysicalType)thrift.Int32(type) };
                    break;
                case 3:
                    chunk = chunk with { Path = ReadPath(ref thrift, type) };
                    break;
                case 4:
                    chunk = chunk with { Codec = (Codec)thrift.Int32(type) };
                    break;
                case 5:
                    chunk = chunk with { Values = thrift.Int64(type) };
                    break;
                case 6:
                    chunk = chunk with { UncompressedSize = thrift.Int64(type) };
                    break;
                case 7:
                    chunk = chunk with { CompressedSize = thrift.Int64(type) };
                    break;
                case 9:
                    chunk = chunk with { DataOffset = thrift.Int64(type) };
                    break;
                case 11:
                    chunk = chunk with { DictionaryOffset = thrift.Int64(type) };
                    break;
                case 12:
                    chunk = chunk with { Statistics = ChunkStatistics.Read(ref thrift, type) };
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.Leave();
        return chunk;
    }

    static string[] ReadPath(ref ThriftReader thrift, ThriftType type)
    {
        var path = new string[thrift.List(type, ThriftType.Binary)];
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = System.Text.Encoding.UTF8.GetString(thrift.ElementBinary());
        }

        return path;
    }
}
