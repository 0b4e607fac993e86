using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Format;

/// <summary>One column of one row group: where its pages lie and what they hold.</summary>
sealed class ColumnChunk
{
    public PhysicalType Type { get; set; }

    public IReadOnlyList<PageEncoding> Encodings { get; set; } = [];

    public IReadOnlyList<string> Path { get; set; } = [];

    public Codec Codec { get; set; }

    /// <summary>Nulls included.</summary>
    public long Values { get; set; }

    public long UncompressedSize { get; set; }

    public long CompressedSize { get; set; }

    public long DataOffset { get; set; }

    public long? DictionaryOffset { get; set; }

    public ChunkStatistics? Statistics { get; set; }

    public int DataPages { get; set; }

    public long OffsetIndexOffset { get; set; }

    public int OffsetIndexLength { get; set; }

    public long ColumnIndexOffset { get; set; }

    public int ColumnIndexLength { get; set; }

    /// <summary>Of both indexes.</summary>
    public long IndexBytes => Math.Max(0L, OffsetIndexLength) + Math.Max(0L, ColumnIndexLength);

    /// <summary>Set where the chunk is said to lie in another file, or is encrypted.</summary>
    public string? Elsewhere { get; set; }

    public bool HasMetadata { get; set; }

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
                    chunk.Elsewhere = $"in the file {thrift.Text(type)}";
                    break;
                case 3:
                    chunk.ReadMetadata(ref thrift, type);
                    break;
                case 4:
                    chunk.OffsetIndexOffset = thrift.Int64(type);
                    break;
                case 5:
                    chunk.OffsetIndexLength = thrift.Int32(type);
                    break;
                case 6:
                    chunk.ColumnIndexOffset = thrift.Int64(type);
                    break;
                case 7:
                    chunk.ColumnIndexLength = thrift.Int32(type);
                    break;
                case 8 or 9:
                    chunk.Elsewhere = "encrypted";
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

    void ReadMetadata(ref ThriftReader thrift, ThriftType structType)
    {
        HasMetadata = true;
        thrift.Enter(structType);
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 1:
                    Type = (PhysicalType)thrift.Int32(type);
                    break;
                case 3:
                    Path = ReadPath(ref thrift, type);
                    break;
                case 4:
                    Codec = (Codec)thrift.Int32(type);
                    break;
                case 5:
                    Values = thrift.Int64(type);
                    break;
                case 6:
                    UncompressedSize = thrift.Int64(type);
                    break;
                case 7:
                    CompressedSize = thrift.Int64(type);
                    break;
                case 9:
                    DataOffset = thrift.Int64(type);
                    break;
                case 11:
                    DictionaryOffset = thrift.Int64(type);
                    break;
                case 12:
                    Statistics = ChunkStatistics.Read(ref thrift, type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.Leave();
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
