using System.Diagnostics;
using System.IO.Compression;
using Homeward.Columns.Parquet;
using Homeward.Columns.Parquet.Format;
using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Tests.Parquet;

/// <summary>Files that are made to exhaust a reader: each is refused at once, in little memory.</summary>
public class HostileFilesTests
{
    [Fact]
    public void Read_RunOfTwoBillionRows_IsRefused() => Refused(
        PhysicalType.Int32,
        int.MaxValue,
        Codec.Uncompressed,
        [
            .. Page(PageType.Dictionary, PageEncoding.Plain, 1, [1, 0, 0, 0]),
            .. Page(PageType.Data, PageEncoding.RleDictionary, int.MaxValue, [0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0]),
        ],
        "this reader makes at most");

    [Fact]
    public void Read_PageOfMoreRowsThanTheChunk_IsRefused() => Refused(
        PhysicalType.Int32, 2, Codec.Uncompressed, Page(PageType.Data, PageEncoding.Plain, 3, new byte[12]), "where 2 remain");

    [Fact]
    public void Read_FewerRowsThanTheFooterSays_IsRefused() => Refused(
        PhysicalType.Int32, 4, Codec.Uncompressed, Page(PageType.Data, PageEncoding.Plain, 3, new byte[12]), "hold 3 rows, expected 4");

    [Fact]
    public void Read_SnappyThatAnnouncesTwoGigabytes_IsRefused() => Refused(
        PhysicalType.Int32, 1, Codec.Snappy, Page(PageType.Data, PageEncoding.Plain, 1, [0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0, 0], announced: int.MaxValue), "announce");

    [Fact]
    public void Read_SnappyThatSaysLessThanItsPage_IsRefused() => Refused(
        PhysicalType.Int32, 1, Codec.Snappy, Page(PageType.Data, PageEncoding.Plain, 1, Snappier.Snappy.CompressToArray(new byte[64]), announced: 32), "announces 32");

    [Fact]
    public void Read_GzipBomb_IsRefused()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[64 << 20]);
        }

        var bomb = zipped.ToArray();
        Refused(PhysicalType.Int32, 1, Codec.Gzip, Page(PageType.Data, PageEncoding.Plain, 1, bomb, announced: 512 << 20), "announce");
        Refused(PhysicalType.Int32, 1, Codec.Gzip, Page(PageType.Data, PageEncoding.Plain, 1, bomb, announced: 1 << 10), "announces 1024");
    }

    [Fact]
    public void Read_DictionaryOfTwoBillionEntries_IsRefused() => Refused(
        PhysicalType.Int64, 1, Codec.Uncompressed, Page(PageType.Dictionary, PageEncoding.Plain, int.MaxValue, [1, 2, 3]), "a dictionary of 2147483647 values");

    [Fact]
    public void Read_EntryOutsideTheDictionary_IsRefused() => Refused(
        PhysicalType.Int32,
        1,
        Codec.Uncompressed,
        [.. Page(PageType.Dictionary, PageEncoding.Plain, 1, new byte[4]), .. Page(PageType.Data, PageEncoding.RleDictionary, 1, [1, 2, 1])],
        "entry 1 of a dictionary of 1");

    [Fact]
    public void Read_NumbersOfFortyBits_AreRefused() => Refused(
        PhysicalType.Int32,
        1,
        Codec.Uncompressed,
        [.. Page(PageType.Dictionary, PageEncoding.Plain, 1, new byte[4]), .. Page(PageType.Data, PageEncoding.RleDictionary, 1, [40, 2, 0, 0, 0, 0, 0])],
        "40 bits");

    [Fact]
    public void Read_NoDictionary_IsRefused() => Refused(
        PhysicalType.Int32, 1, Codec.Uncompressed, Page(PageType.Data, PageEncoding.RleDictionary, 1, [1, 2, 0]), "a dictionary that the chunk lacks");

    [Fact]
    public void Read_TextLongerThanItsPage_IsRefused() => Refused(
        PhysicalType.ByteArray, 1, Codec.Uncompressed, Page(PageType.Data, PageEncoding.Plain, 1, [0xFF, 0xFF, 0xFF, 0x7F, 65]), "longer than what remains");

    [Fact]
    public void Read_TextOfNegativeLength_IsRefused() => Refused(
        PhysicalType.ByteArray, 1, Codec.Uncompressed, Page(PageType.Data, PageEncoding.Plain, 1, [0xFF, 0xFF, 0xFF, 0xFF, 65]), "longer than what remains");

    [Fact]
    public void Read_TextThatIsNotUtf8_IsRefused()
    {
        Refused(PhysicalType.ByteArray, 1, Codec.Uncompressed, Page(PageType.Data, PageEncoding.Plain, 1, [1, 0, 0, 0, 0xFF]), "not UTF-8");

        // Two texts that are UTF-8 only end to end.
        Refused(PhysicalType.ByteArray, 2, Codec.Uncompressed, Page(PageType.Data, PageEncoding.Plain, 2, [1, 0, 0, 0, 0xC3, 1, 0, 0, 0, 0xA9]), "not UTF-8");
    }

    [Fact]
    public void Read_TextsThatShareAMegabyteEach_AreRefused()
    {
        const int Texts = 100_000;
        var text = new byte[1 << 20];
        var shared = Deltas(Texts, 0, text.Length - 1, 0);
        var lengths = Deltas(Texts, text.Length, 1 - text.Length, 0);
        Refused(PhysicalType.ByteArray, Texts, Codec.Uncompressed, Page(PageType.Data, PageEncoding.DeltaByteArray, Texts, [.. shared, .. lengths, .. text, .. new byte[Texts - 1]]), "unfold");
    }

    [Fact]
    public void Read_DeltasOfHugeBlocks_AreRefused() => Refused(
        PhysicalType.Int32,
        2,
        Codec.Uncompressed,
        Page(PageType.Data, PageEncoding.DeltaBinaryPacked, 2, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 2, 0, 0, 0]),
        "delta blocks of");

    [Fact]
    public void Open_ChunksThatShareTheirBytes_AreRefused()
    {
        var page = Page(PageType.Data, PageEncoding.Plain, 1, new byte[4]);
        var file = File(PhysicalType.Int32, 1, Codec.Uncompressed, page, groups: 1_000);
        Assert.Contains("pages and indexes of", Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_IndexesThatShareTheirBytes_AreRefused()
    {
        var file = File(PhysicalType.Int32, 0, Codec.Uncompressed, [], groups: 1_000, indexBytes: 1_000);
        Assert.Contains("pages and indexes of", Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GzipOfTextsAThousandTimesItsSize_IsRefused()
    {
        const int Texts = 240;
        var text = new byte[1 << 20];
        BitConverter.TryWriteBytes(text, text.Length - sizeof(int));
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var i = 0; i < Texts; i++)
            {
                text[4] = (byte)(i / 2);
                text[5] = (byte)(i % 2);
                gzip.Write(text);
            }
        }

        var file = File(PhysicalType.ByteArray, Texts, Codec.Gzip, Page(PageType.Data, PageEncoding.Plain, Texts, zipped.ToArray(), announced: Texts * text.Length));
        Assert.InRange(file.Length, 0, 2 << 20);
        Assert.Contains("unfold", Refused(file, allocated: 800), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HundredThousandColumns_TakesNoLongerThanTheyAre()
    {
        var table = new Table("wide", [.. Enumerable.Range(0, 100_000).Select(i => new Int32Column($"c{i}", []))]);
        var clock = Stopwatch.StartNew();
        Assert.Equal(100_000, ParquetReader.Open(ParquetWriter.Write(table)).Read().Columns.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void Write_MoreEqualRowsThanTheReaderMakes_IsRefused()
    {
        var constant = new Int64Column("c", new long[15_000_000]);
        var table = new Table("t", [.. Enumerable.Range(0, 12).Select(i => constant.Named($"c{i}"))]);
        Assert.Contains("fewer rows", Assert.Throws<InvalidOperationException>(() => ParquetWriter.Write(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_StructsInStructs_AreRefused()
    {
        // Unknown fields that are structs, ten thousand deep.
        byte[] footer = [.. Enumerable.Repeat((byte)0xFC, 10_000)];
        Assert.Contains("deep", Refused(Framed(footer)), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ListOfTwoBillionRowGroups_IsRefused()
    {
        byte[] footer = [0x49, 0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0x07];
        Assert.Contains("bytes remain", Refused(Framed(footer)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PageOfVersion2LeftUncompressed_IsReadAsItLies()
    {
        var page = new ByteBuffer();
        var thrift = new ThriftWriter(page);
        thrift.BeginStruct();
        thrift.Int32(1, (int)PageType.DataV2);
        thrift.Int32(2, sizeof(int));
        thrift.Int32(3, sizeof(int));
        thrift.Struct(8);
        thrift.Int32(1, 1);
        thrift.Int32(2, 0);
        thrift.Int32(3, 1);
        thrift.Int32(4, (int)PageEncoding.Plain);
        thrift.Int32(5, 0);
        thrift.Int32(6, 0);
        page.WriteByte(0x12); // Field 7, is_compressed: false.
        thrift.EndStruct();
        thrift.EndStruct();
        page.WriteInt32(7);

        var column = (Int32Column)ParquetReader.Open(File(PhysicalType.Int32, 1, Codec.Snappy, page.Written.ToArray())).Read().Columns[0];

        Assert.Equal([7], column.Values);
    }

    [Fact]
    public void Read_RunOfRowsWhoseScratchIsFarLarger_IsRefused() => Refused(
        PhysicalType.Boolean,
        200_000_000,
        Codec.Uncompressed,
        [
            .. Page(PageType.Dictionary, PageEncoding.Plain, 1, [1]),
            .. Page(PageType.Data, PageEncoding.RleDictionary, 200_000_000, [1, 0x80, 0x88, 0xDE, 0xBE, 0x01, 0]),
        ],
        "unfold",
        allocated: 250);

    [Fact]
    public void Read_ColumnsOfFewValuesInManyRows_AreOrdinary()
    {
        var (flags, prices) = (new int[3_000_000], new long[3_000_000]);
        Array.Fill(flags, 1, 2_999_000, 1_000);
        var table = new Table("t", [new Int32Column("flag", flags), .. Enumerable.Range(0, 30).Select(i => (Column)new DecimalColumn($"c{i}", prices, 9, 2))]);
        Assert.Equal(table.RowCount, ParquetReader.Open(ParquetWriter.Write(table)).Read(["flag", "c29"]).RowCount);
    }

    static void Refused(PhysicalType type, int rows, Codec codec, byte[] pages, string because, int allocated = 40) =>
        Assert.Contains(because, Refused(File(type, rows, codec, pages), allocated), StringComparison.Ordinal);

    /// <param name="allocated">Megabytes at the most.</param>
    static string Refused(byte[] file, int allocated = 40)
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Assert.Throws<ParquetException>(() => ParquetReader.Open(file).Read());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (long)allocated << 20);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        return refused.Message;
    }

    static byte[] Page(PageType type, PageEncoding encoding, int values, byte[] stored, int? announced = null)
    {
        var page = new ByteBuffer();
        new PageHeader { Type = type, Encoding = encoding, Values = values, CompressedSize = stored.Length, UncompressedSize = announced ?? stored.Length }.Write(new(page));
        page.Write(stored);
        return page.Written.ToArray();
    }

    /// <summary>A file of one required column, whose chunks all are the pages given.</summary>
    static byte[] File(PhysicalType type, int rows, Codec codec, byte[] pages, int groups = 1, int indexBytes = 0)
    {
        var chunk = new ColumnChunk { Type = type, Path = ["c"], Codec = codec, Values = rows, CompressedSize = pages.Length, UncompressedSize = pages.Length, DataOffset = 4, OffsetIndexOffset = 4, OffsetIndexLength = indexBytes };
        var group = new RowGroup(rows, [chunk]);
        var footer = new ByteBuffer();
        new Footer(
            [new("schema") { Children = 1 }, new("c") { Type = type, Repetition = Repetition.Required }],
            (long)rows * groups,
            [.. Enumerable.Repeat(group, groups)],
            []).Write(new ThriftWriter(footer));
        return [.. "PAR1"u8, .. pages, .. Framed(footer.Written)[4..]];
    }

    static byte[] Framed(ReadOnlySpan<byte> footer) => [.. "PAR1"u8, .. footer, .. BitConverter.GetBytes(footer.Length), .. "PAR1"u8];

    /// <summary>Delta-packed: a first value, one step, and then steps of one size for good.</summary>
    static byte[] Deltas(int count, int first, int step, int then)
    {
        var numbers = new ByteBuffer();
        numbers.WriteVarint(128);
        numbers.WriteVarint(1);
        numbers.WriteVarint((ulong)count);
        Zigzag(first);
        for (var done = 1; done < count; done += 128)
        {
            // The first block holds the step in 32 bits over a least difference; the others hold nothing but theirs.
            var least = done == 1 ? Math.Min(step, then) : then;
            Zigzag(least);
            numbers.WriteByte(done == 1 ? (byte)32 : (byte)0);
            for (var i = 0; done == 1 && i < 128; i++)
            {
                numbers.WriteInt32((i == 0 ? step : then) - least);
            }
        }

        return numbers.Written.ToArray();

        void Zigzag(long value) => numbers.WriteVarint((ulong)(value << 1 ^ value >> 63));
    }
}
