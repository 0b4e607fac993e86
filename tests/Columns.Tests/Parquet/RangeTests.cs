using Homeward.Columns.Parquet;

namespace Homeward.Columns.Tests.Parquet;

/// <summary>A range read equals a full read that is filtered afterwards.</summary>
public class RangeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.999)]
    public void Read_RandomRanges_EqualsScanAndFilter(double nulls)
    {
        var random = new Random(23);
        var table = ParquetTables.Random(22_000, seed: 5, nulls, distinct: 700);
        var readers = new[]
        {
            ParquetReader.Open(ParquetWriter.Write(Sorted(table, "date"), new(RowGroupRows: 21_000))),
            ParquetReader.Open(ParquetWriter.Write(Sorted(table, "text"), new(RowGroupRows: 2_000))),
            ParquetReader.Open(ParquetWriter.Write(table, new(RowGroupRows: 21_000))),
        };
        var tables = readers.Select(reader => reader.Read()).ToArray();
        for (var i = 0; i < 30; i++)
        {
            var (reader, all) = (readers[i % readers.Length], tables[i % readers.Length]);
            var range = AnyRange(table, random, out var within);
            var rows = Enumerable.Range(0, all.RowCount).Where(row => within(all, row)).ToArray();
            ParquetTables.AssertEqual(all.Take(rows), reader.Read(null, range));
            ParquetTables.AssertEqual(new Table("", [all.Take(rows)["double"]]), reader.Read(["double"], range));
        }
    }

    [Fact]
    public void Read_RangeOutsideAllRows_ReadsNoPage()
    {
        var file = ParquetWriter.Write(new Table("t", [new Int32Column("n", [.. Enumerable.Range(0, 100_000)]), TextColumn.Constant("text", "x", 100_000)]), new(RowGroupRows: 50_000));
        var reader = ParquetReader.Open(Spoil(file, page: _ => true));
        Assert.Equal(0, reader.Read(null, ParquetRange.Integers("n", 100_000, null)).RowCount);
        Assert.Throws<ParquetException>(() => reader.Read(null, ParquetRange.Integers("n", 99_999, null)));
    }

    [Fact]
    public void Read_RangeInOnePage_ReadsThatPageOnly()
    {
        var rows = 100_000;
        var table = new Table("t", [new Int32Column("n", [.. Enumerable.Range(0, rows)]), new Int64Column("m", [.. Enumerable.Range(0, rows).Select(i => (long)i * i)])]);
        var file = ParquetWriter.Write(table, new(RowGroupRows: 61_440));
        var reader = ParquetReader.Open(Spoil(file, page: first => first != 20_480));
        var read = reader.Read(null, ParquetRange.Integers("n", 20_480, 40_959));
        ParquetTables.AssertEqual(table.Take([.. Enumerable.Range(20_480, 20_480)]), read);
        Assert.Throws<ParquetException>(() => reader.Read(null, ParquetRange.Integers("n", 20_479, 40_959)));
    }

    [Fact]
    public void Read_RangeOfAnotherType_SaysSo()
    {
        var reader = ParquetReader.Open(ParquetWriter.Write(new Table("t", [new Int32Column("n", [1])])));
        var error = Assert.Throws<ArgumentException>(() => reader.Read(null, ParquetRange.Texts("n", "a", "b")));
        Assert.Contains("n is Int32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RangeOnAbsentColumn_NamesIt()
    {
        var reader = ParquetReader.Open(ParquetWriter.Write(new Table("t", [new Int32Column("n", [1])])));
        Assert.Contains("nowhere", Assert.Throws<ParquetException>(() => reader.Read(null, ParquetRange.Texts("nowhere", "a", "b"))).Message, StringComparison.Ordinal);
    }

    /// <summary>Damages data pages whose first row is chosen, so that whoever reads one fails.</summary>
    static byte[] Spoil(byte[] file, Func<long, bool> page)
    {
        var spoilt = file.ToArray();
        foreach (var group in Homeward.Columns.Parquet.Reading.FileLayout.ReadFooter(file).RowGroups)
        {
            foreach (var chunk in group.Columns)
            {
                foreach (var entry in Homeward.Columns.Parquet.Format.PageIndex.Read(file, chunk, group.Rows, "test"))
                {
                    if (page(entry.FirstRow))
                    {
                        spoilt[(int)entry.Offset + entry.Size - 1] ^= 0x55;
                    }
                }
            }
        }

        return spoilt;
    }

    static Table Sorted(Table table, string column)
    {
        var rows = Enumerable.Range(0, table.RowCount).ToArray();
        var keys = rows.Select(row => table[column] is TextColumn text ? text[row] ?? "" : ((DateColumn)table[column]).Values[row].ToString("D9", null)).ToArray();
        Array.Sort(keys, rows, StringComparer.Ordinal);
        return table.Take(rows);
    }

    static ParquetRange AnyRange(Table table, Random random, out Func<Table, int, bool> within)
    {
        T? Bound<T>(Func<T> value)
            where T : struct => random.Next(4) == 0 ? null : value();
        int Row() => random.Next(table.RowCount);
        switch (random.Next(7))
        {
            case 0:
                DateOnly? from = Bound(() => DateColumn.Date(table.Date("date").Values[Row()])), to = Bound(() => DateColumn.Date(table.Date("date").Values[Row()]));
                within = (all, row) => all.Date("date").DateAt(row) is { } date && (from is null || date >= from) && (to is null || date <= to);
                return ParquetRange.Dates("date", from, to);
            case 1:
                string? first = table.Text("text")[Row()], last = random.Next(4) == 0 ? null : first + "\U0010FFFF";
                within = (all, row) => all.Text("text")[row] is { } text && (first is null || Ordinal(text, first) >= 0) && (last is null || Ordinal(text, last) <= 0);
                return ParquetRange.Texts("text", first, last);
            case 2:
                double? least = Bound(() => table.Double("double").Values[Row()]), most = Bound(() => table.Double("double").Values[Row()]);
                within = (all, row) => all.Double("double")[row] is { } number && number >= (least ?? double.NegativeInfinity) && number <= (most ?? double.PositiveInfinity);
                return ParquetRange.Doubles("double", least, most);
            default:
                var name = new[] { "int32", "int64", "timestamp", "decimal_9_2" }[random.Next(4)];
                long? low = Bound(() => Number(table[name], Row())), high = Bound(() => Number(table[name], Row()));
                within = (all, row) => !all[name].IsNull(row) && (low is null || Number(all[name], row) >= low) && (high is null || Number(all[name], row) <= high);
                return ParquetRange.Integers(name, low, high);
        }
    }

    static int Ordinal(string left, string right) =>
        System.Text.Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(right));

    static long Number(Column column, int row) => column is Column<int> narrow ? narrow.Values[row] : ((Column<long>)column).Values[row];
}
