using System.Runtime.InteropServices;
using System.Text;
using Homeward.Columns.Parquet;
using Homeward.Columns.Parquet.Format;
using Homeward.Columns.Parquet.Reading;
using Homeward.Columns.Parquet.Thrift;

namespace Homeward.Columns.Tests.Parquet;

/// <summary>What the written file says about its values, recomputed from the values.</summary>
public class StatisticsTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(1_000, 0.2, 13)]
    [InlineData(70_001, 0.1, 20_000)]
    [InlineData(70_001, 0.9995, int.MaxValue)]
    [InlineData(70_001, 0, int.MaxValue)]
    public void Write_EveryChunkAndPage_HasTheBoundsOfItsValues(int rows, double nulls, int distinct)
    {
        var table = ParquetTables.Random(rows, seed: rows, nulls, distinct);
        CheckFile(table, ParquetWriter.Write(table, new(RowGroupRows: 50_000)));
    }

    [Fact]
    public void Write_SortedColumns_SaySo()
    {
        var rows = 61_440;
        var table = new Table("t",
        [
            new Int32Column("up", [.. Enumerable.Range(0, rows)]),
            new Int32Column("down", [.. Enumerable.Range(0, rows).Select(i => -i)]),
            new Int32Column("same", new int[rows]),
            new Int32Column("zigzag", [.. Enumerable.Range(0, rows).Select(i => i % 20_480 * (i / 20_480 % 2 == 0 ? 1 : -1))]),
        ]);
        var file = ParquetWriter.Write(table);
        var orders = FileLayout.ReadFooter(file).RowGroups[0].Columns.Select(chunk => Order(file, chunk));
        Assert.Equal([BoundaryOrder.Ascending, BoundaryOrder.Descending, BoundaryOrder.Ascending, BoundaryOrder.Unordered], orders);
        CheckFile(table, file);
    }

    [Fact]
    public void Write_NeighbouringPages_AreOneWhereTheyHaveTheSameBounds()
    {
        var rows = Enumerable.Range(0, 122_881).ToArray();
        var table = new Table("t",
        [
            new Int32Column("sorted", rows),
            new Int32Column("codes", [.. rows.Select(i => i % 7)]),
            TextColumn.Constant("absent", null, rows.Length),
            new BooleanColumn("late", [.. rows.Select(i => i > 70_000)]),
        ]);
        var file = ParquetWriter.Write(table, new(RowGroupRows: 1 << 20));
        var columns = FileLayout.ReadFooter(file).RowGroups[0].Columns;
        var pages = columns.Select(chunk => PageIndex.Read(file, chunk, rows.Length, "test").Select(page => page.FirstRow));
        Assert.Equal([[0, 20_480, 40_960, 61_440, 81_920, 102_400, 122_880], [0, 122_880], [0, 122_880], [0, 61_440, 81_920]], pages);
        CheckFile(table, file);
    }

    [Fact]
    public void Write_NaN_LeavesNoBoundsAndNoColumnIndex()
    {
        var file = ParquetWriter.Write(new Table("t", [new DoubleColumn("d", [1, double.NaN, 3])]));
        var chunk = FileLayout.ReadFooter(file).RowGroups[0].Columns[0];
        Assert.Null(chunk.Statistics!.Min);
        Assert.Null(chunk.Statistics.Max);
        Assert.Equal(0, chunk.ColumnIndexLength);
        Assert.True(chunk.OffsetIndexLength > 0);
    }

    [Theory]
    [InlineData(0.0, 1.0, -0.0, 1.0)]
    [InlineData(-1.0, -0.0, -1.0, 0.0)]
    [InlineData(0.0, 0.0, -0.0, 0.0)]
    public void Write_ZeroAsBound_HasTheSignThatCoversBoth(double one, double other, double min, double max)
    {
        var file = ParquetWriter.Write(new Table("t", [new DoubleColumn("d", [one, other])]));
        var statistics = FileLayout.ReadFooter(file).RowGroups[0].Columns[0].Statistics!;
        Assert.Equal(BitConverter.DoubleToInt64Bits(min), MemoryMarshal.Read<long>(statistics.Min));
        Assert.Equal(BitConverter.DoubleToInt64Bits(max), MemoryMarshal.Read<long>(statistics.Max));
    }

    [Theory]
    [InlineData("日", 30, "日", 21, "旦", 20)]
    [InlineData("😀", 40, "😀", 16, "😁", 15)]
    [InlineData("\uD7FF", 30, "\uD7FF", 21, "\uE000", 20)]
    [InlineData("\U0010FFFF", 40, "\U0010FFFF", 16, null, 0)]
    public void Write_LongText_IsBoundedByWholeCharactersOutsideIt(string character, int times, string start, int startTimes, string? next, int before)
    {
        var text = string.Concat(Enumerable.Repeat(character, times));
        var file = ParquetWriter.Write(new Table("t", [TextColumn.From("text", [text])]));
        var statistics = FileLayout.ReadFooter(file).RowGroups[0].Columns[0].Statistics!;
        Assert.Equal(string.Concat(Enumerable.Repeat(start, startTimes)), Encoding.UTF8.GetString(statistics.Min!));
        Assert.False(statistics.MinExact);
        Assert.Equal(next is null, statistics.MaxExact);
        Assert.Equal(next is null ? text : string.Concat(Enumerable.Repeat(start, before)) + next, Encoding.UTF8.GetString(statistics.Max!));
    }

    static void CheckFile(Table table, byte[] file)
    {
        var footer = FileLayout.ReadFooter(file);
        Assert.True(footer.HasColumnOrders);
        var first = 0;
        foreach (var group in footer.RowGroups)
        {
            foreach (var (column, chunk) in table.Columns.Zip(group.Columns))
            {
                CheckChunk(file, column, chunk, first, (int)group.Rows);
            }

            first += (int)group.Rows;
        }

        Assert.Equal(table.RowCount, first);
    }

    static void CheckChunk(byte[] file, Column column, ColumnChunk chunk, int first, int rows)
    {
        var stored = Enumerable.Range(first, rows).Select(row => Stored(column, row, chunk.Type)).ToArray();
        var statistics = chunk.Statistics!;
        var bounded = CheckBounds(column, stored, statistics.Min, statistics.Max, statistics.MinExact, statistics.MaxExact);
        Assert.Equal(stored.Count(value => value is null), statistics.NullCount);
        var cursor = new PageCursor(file.AsSpan((int)chunk.Start, (int)chunk.CompressedSize), "test");
        var headers = new List<PageHeader>();
        while (cursor.Next())
        {
            cursor.CheckSum();
            Assert.NotNull(cursor.Header.Crc);
            headers.Add(cursor.Header);
        }

        Assert.Equal(chunk.DictionaryOffset is not null, headers[0].Type == PageType.Dictionary);
        var pages = headers.Where(header => header.Type == PageType.Data).ToArray();
        Assert.Equal(rows, pages.Sum(page => page.Values));
        Assert.All(pages, page => Assert.InRange(page.Values, 1, 122_880));
        if (!bounded && stored.Any(value => value is not null))
        {
            Assert.Equal(0, chunk.ColumnIndexLength);
            return;
        }

        var entries = PageIndex.Read(file, chunk, rows, "test");
        Assert.Equal(pages.Length, entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var from = (int)entries[i].FirstRow;
            var values = stored[from..(from + pages[i].Values)];
            Assert.Equal(i + 1 < entries.Length ? entries[i + 1].FirstRow : rows, from + pages[i].Values);
            Assert.Equal(values.Count(value => value is null), entries[i].NullCount);
            Assert.Equal(values.All(value => value is null), entries[i].AllNull);
            var page = new PageCursor(file.AsSpan((int)entries[i].Offset, entries[i].Size), "test");
            Assert.True(page.Next());
            Assert.Equal(pages[i], page.Header);
            Assert.False(page.Next());
            if (!entries[i].AllNull)
            {
                Assert.True(CheckBounds(column, values, entries[i].Min, entries[i].Max, minExact: null, maxExact: null));
            }
        }
    }

    /// <returns>Whether there are bounds.</returns>
    static bool CheckBounds(Column column, byte[]?[] stored, byte[]? min, byte[]? max, bool? minExact, bool? maxExact)
    {
        var values = stored.OfType<byte[]>().ToArray();
        var ordered = values.Length > 0 && !(column is DoubleColumn && values.Any(value => double.IsNaN(BitConverter.ToDouble(value))));
        Assert.Equal(ordered, min is not null);
        Assert.Equal(ordered, max is not null);
        if (!ordered)
        {
            return false;
        }

        var compare = Comparer<byte[]>.Create((left, right) => Compare(column, left, right));
        var (least, greatest) = (values.Min(compare)!, values.Max(compare)!);
        if (column is TextColumn)
        {
            Assert.InRange(min!.Length, 0, 64);
            Assert.True(max!.Length <= 64 || maxExact != false);
            Assert.Equal(minExact ?? least.Length <= 64, least.AsSpan().SequenceEqual(min));
            Assert.Equal(maxExact ?? greatest.AsSpan().SequenceEqual(max), greatest.AsSpan().SequenceEqual(max));
            Assert.True(min.AsSpan().SequenceCompareTo(least) <= 0 && max.AsSpan().SequenceCompareTo(greatest) >= 0);
        }
        else
        {
            Assert.Equal(0, compare.Compare(least, min));
            Assert.Equal(0, compare.Compare(greatest, max));
        }

        return true;
    }

    static byte[]? Stored(Column column, int row, PhysicalType type) => column.IsNull(row)
        ? null
        : column switch
        {
            TextColumn text => text.Utf8(row).ToArray(),
            DoubleColumn numbers => BitConverter.GetBytes(numbers.Values[row]),
            BooleanColumn flags => [flags.Values[row] ? (byte)1 : (byte)0],
            Column<int> numbers => BitConverter.GetBytes(numbers.Values[row]),
            Column<long> numbers when type == PhysicalType.Int32 => BitConverter.GetBytes((int)numbers.Values[row]),
            _ => BitConverter.GetBytes(((Column<long>)column).Values[row]),
        };

    static int Compare(Column column, byte[] left, byte[] right) => column switch
    {
        TextColumn or BooleanColumn => left.AsSpan().SequenceCompareTo(right),
        DoubleColumn => BitConverter.ToDouble(left).CompareTo(BitConverter.ToDouble(right)),
        _ when left.Length == 4 => BitConverter.ToInt32(left).CompareTo(BitConverter.ToInt32(right)),
        _ => BitConverter.ToInt64(left).CompareTo(BitConverter.ToInt64(right)),
    };

    static BoundaryOrder Order(byte[] file, ColumnChunk chunk)
    {
        var thrift = new ThriftReader(file.AsSpan((int)chunk.ColumnIndexOffset, chunk.ColumnIndexLength), "test");
        thrift.Enter();
        var id = 0;
        while (thrift.Next(ref id, out var type))
        {
            if (id == 4)
            {
                return (BoundaryOrder)thrift.Int32(type);
            }

            thrift.Skip(type);
        }

        throw new InvalidOperationException("no boundary order");
    }
}
