using System.Diagnostics;
using Homeward.Columns.Parquet;
using Homeward.Columns.Parquet.Reading;

namespace Homeward.Columns.Tests.Parquet;

/// <summary>Damaged files give a ParquetException or a table; never another exception, a hang, or memory without bound.</summary>
public class DamagedFilesTests
{
    /// <summary>What reading a file of a few kilobytes may allocate at the most: see ReadLimits.</summary>
    const long MaxAllocated = 600L << 20;

    /// <summary>More by hand: HOMEWARD_FUZZ_SEEDS=500 dotnet test …</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("HOMEWARD_FUZZ_SEEDS") ?? "6", null))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Read_MutatedFile_FailsAsParquetOrReads(int seed)
    {
        var random = new Random(seed);
        var files = new[]
        {
            Write(60, 0.2, int.MaxValue, ParquetCompression.Snappy, checksums: true),
            Write(60, 0.2, int.MaxValue, ParquetCompression.None, checksums: false),
            Write(200, 0.1, 5, ParquetCompression.Snappy, checksums: false),
            Write(200, 0, 9, ParquetCompression.None, checksums: false),
        };
        var outcomes = new Dictionary<bool, int> { [true] = 0, [false] = 0 };
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 1_500; i++)
        {
            outcomes[Survives(Mutations.Mutate(files[i % files.Length], random))]++;
        }

        Assert.True(outcomes[true] > 20 && outcomes[false] > 300, $"{outcomes[true]} read, {outcomes[false]} refused: the mutations are too gentle or too rough");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed} for 1,500 files");
    }

    [Fact]
    public void Read_EveryTruncation_IsRefused()
    {
        var file = Write(60, 0.2, 5, ParquetCompression.Snappy, checksums: true);
        for (var length = 0; length < file.Length; length++)
        {
            Assert.Throws<ParquetException>(() => ParquetReader.Open(file.AsMemory(0, length)));
        }
    }

    [Theory]
    [InlineData(ParquetCompression.Snappy)]
    [InlineData(ParquetCompression.None)]
    public void Read_AnyByteOfAnyPageDamaged_IsRefusedOrHarmless(ParquetCompression compression)
    {
        var table = ParquetTables.Random(40, seed: 9, nulls: 0.2, distinct: 5);
        var file = ParquetWriter.Write(table, new(Compression: compression));
        var chunks = FileLayout.ReadFooter(file).RowGroups.SelectMany(group => group.Columns).ToArray();
        var refused = 0;
        for (var at = 4; at < chunks.Max(chunk => chunk.Start + chunk.CompressedSize); at++)
        {
            var copy = file.ToArray();
            copy[at] ^= (byte)(1 << (at & 7));
            try
            {
                ParquetTables.AssertEqual(table, ParquetReader.Open(copy).Read());
            }
            catch (ParquetException)
            {
                refused++;
            }
        }

        Assert.True(refused > chunks.Sum(chunk => chunk.CompressedSize) * 9 / 10);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PAR1")]
    [InlineData("PAR1PAR1")]
    [InlineData("PAR1\0\0\0\0PAR1")]
    [InlineData("PAR1\u0001\0\0\0PAR1")]
    [InlineData("PAR1\0\u0001\0\0\0PAR1")]
    [InlineData("PAR1\u007f\u007f\u007f\u007fPAR1")]
    [InlineData("ward_stay_id,start\n1,2024-01-01\n")]
    [InlineData("PAREabcdefghijklmnPARE")]
    public void Open_NoParquet_SaysWhatItIsNot(string text) =>
        Assert.Throws<ParquetException>(() => ParquetReader.Open(System.Text.Encoding.Latin1.GetBytes(text)));

    /// <returns>Whether it was read.</returns>
    static bool Survives(byte[] file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var reader = ParquetReader.Open(file);
            var table = reader.Read();
            Assert.Equal(reader.RowCount, reader.Schema.Count == 0 ? reader.RowCount : table.RowCount);
            ParquetTables.AssertEqual(table, reader.Read(options: new(Alone: true, RepeatedTexts: true)));
            foreach (var field in reader.Schema)
            {
                if (field.Type == ColumnType.Text)
                {
                    reader.Read([field.Name], ParquetRange.Texts(field.Name, "AB", "a"));
                }
                else if (field.Type is ColumnType.Int32 or ColumnType.Int64 or ColumnType.Decimal)
                {
                    reader.Read([field.Name], ParquetRange.Integers(field.Name, 0, 100));
                }
            }

            return true;
        }
        catch (ParquetException refused)
        {
            Assert.NotEmpty(refused.Message);
            return false;
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
        }
    }

    static byte[] Write(int rows, double nulls, int distinct, ParquetCompression compression, bool checksums) =>
        ParquetWriter.Write(ParquetTables.Random(rows, seed: 9, nulls, distinct), new(Compression: compression, RowGroupRows: 64), checksums);
}
