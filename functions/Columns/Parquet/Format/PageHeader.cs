using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Parquet.Format;

/// <summary>What precedes every page.</summary>
record struct PageHeader
{
    public PageType Type { get; set; }

    public int UncompressedSize { get; set; }

    public int CompressedSize { get; set; }

    /// <summary>CRC-32 of the page's bytes as stored; null where the writer gave none.</summary>
    public int? Crc { get; set; }

    /// <summary>Values of the page, nulls included; entries of a dictionary.</summary>
    public int Values { get; set; }

    public PageEncoding Encoding { get; set; }

    public PageEncoding LevelEncoding { get; set; }

    /// <summary>Of a version 2 page only.</summary>
    public int LevelBytes { get; set; }

    /// <summary>Of a version 2 page only.</summary>
    public int RepetitionBytes { get; set; }

    /// <summary>Of a version 2 page only.</summary>
    public bool Compressed { get; set; }

    public readonly void Write(ThriftWriter thrift)
    {
        thrift.BeginStruct();
        thrift.Int32(1, (int)Type);
        thrift.Int32(2, UncompressedSize);
        thrift.Int32(3, CompressedSize);
        if (Crc is { } crc)
        {
            thrift.Int32(4, crc);
        }

        thrift.Struct(Type == PageType.Dictionary ? 7 : 5);
        thrift.Int32(1, Values);
        thrift.Int32(2, (int)Encoding);
        if (Type == PageType.Data)
        {
            thrift.Int32(3, (int)PageEncoding.Rle);
            thrift.Int32(4, (int)PageEncoding.Rle);
        }

        thrift.EndStruct();
        thrift.EndStruct();
    }

    public static PageHeader Read(ref ThriftReader thrift)
    {
        var header = new PageHeader { Type = (PageType)(-1), Compressed = true };
        thrift.Enter();
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 1:
                    header.Type = (PageType)thrift.Int32(type);
                    break;
                case 2:
                    header.UncompressedSize = thrift.Int32(type);
                    break;
                case 3:
                    header.CompressedSize = thrift.Int32(type);
                    break;
                case 4:
                    header.Crc = thrift.Int32(type);
                    break;
                case 5 or 7:
                    header.ReadVersion1(ref thrift, type);
                    break;
                case 8:
                    header.ReadVersion2(ref thrift, type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.Leave();
        return header;
    }

    void ReadVersion1(ref ThriftReader thrift, ThriftType structType)
    {
        thrift.Enter(structType);
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 1:
                    Values = thrift.Int32(type);
                    break;
                case 2:
                    Encoding = (PageEncoding)thrift.Int32(type);
                    break;
                case 3 when type == ThriftType.Int32:
                    LevelEncoding = (PageEncoding)thrift.Int32(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.Leave();
    }

    void ReadVersion2(ref ThriftReader thrift, ThriftType structType)
    {
        thrift.Enter(structType);
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            switch (id)
            {
                case 1:
                    Values = thrift.Int32(type);
                    break;
                case 4:
                    Encoding = (PageEncoding)thrift.Int32(type);
                    break;
                case 5:
                    LevelBytes = thrift.Int32(type);
                    break;
                case 6:
                    RepetitionBytes = thrift.Int32(type);
                    break;
                case 7:
                    Compressed = thrift.Bool(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.Leave();
    }
}
