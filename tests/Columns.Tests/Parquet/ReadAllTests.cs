using Homeward.Columns.Parquet;

namespace Homeward.Columns.Tests.Parquet;

public class ReadAllTests
{
    [Fact]
    public void ReadAll_SeveralFiles_EqualsTheWholeTable()
    {
        var table = ParquetTables.Random(9_000, seed: 2, nulls: 0.2, distinct: 300);
        int[] cuts = [0, 0, 1, 3_000, 3_000, 8_999, 9_000];
        var readers = cuts.Zip(cuts.Skip(1)).Select((cut, i) => ParquetReader.Open(ParquetWriter.Write(
            table.Take([.. Enumerable.Range(cut.First, cut.Second - cut.First)]),
            new(Compression: i % 2 == 0 ? ParquetCompression.None : ParquetCompression.Snappy, RowGroupRows: 1_000 + i)))).ToArray();
        ParquetTables.AssertEqual(table, ParquetReader.ReadAll(readers));
        ParquetTables.AssertEqual(new Table("", [table["date"], table["text"]]), ParquetReader.ReadAll(readers, ["date", "text"]));

        var range = ParquetRange.Dates("date", new DateOnly(1980, 1, 1), new DateOnly(2000, 1, 1));
        ParquetTables.AssertEqual(ParquetReader.Open(ParquetWriter.Write(table)).Read(null, range), ParquetReader.ReadAll(readers, range: range));
    }

    [Fact]
    public void ReadAll_SeveralFiles_TextsShareOnePool()
    {
        var readers = Enumerable.Range(0, 5).Select(i => ParquetReader.Open(ParquetWriter.Write(new Table("t", [TextColumn.From("text", ["a", $"{i}", "b"])])))).ToArray();
        var text = ParquetReader.ReadAll(readers).Text("text");
        Assert.Equal(["a", "0", "b", "1", "2", "3", "4"], Enumerable.Range(0, text.Pool.Count).Select(text.Pool.Text));
        Assert.Equal([0, 1, 2, 0, 3, 2, 0, 4, 2, 0, 5, 2, 0, 6, 2], text.Codes);
    }

    [Fact]
    public void ReadAll_NoFiles_IsEmpty() => Assert.Equal(0, ParquetReader.ReadAll([], ["a"]).RowCount);

    [Fact]
    public void ReadAll_ColumnOfAnotherType_NamesColumnTypesAndFile()
    {
        var error = Assert.Throws<ParquetException>(() => ParquetReader.ReadAll([Open(new Int32Column("a", [1])), Open(new DecimalColumn("a", [1], 9, 2))]));
        Assert.Contains("Column a is Int32 in file 0 but Decimal(9,2) in file 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAll_ColumnAbsentInOneFile_NamesTheFile()
    {
        var error = Assert.Throws<ParquetException>(() => ParquetReader.ReadAll([Open(new Int32Column("a", [1])), Open(new Int32Column("b", [1]))]));
        Assert.Contains("(file 1) has no column a", error.Message, StringComparison.Ordinal);
    }

    static ParquetReader Open(Column column) => ParquetReader.Open(ParquetWriter.Write(new Table("t", [column])));
}
