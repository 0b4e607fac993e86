using Homeward.Columns.Parquet;
using Homeward.Columns.Parquet.Reading;

namespace Homeward.Columns.Tests.Parquet;

public class RoundTripTests
{
    const int GroupRows = 300;

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 0.5)]
    [InlineData(299, 0.1)]
    [InlineData(300, 0)]
    [InlineData(300, 0.3)]
    [InlineData(301, 0.3)]
    [InlineData(1000, 0.01)]
    [InlineData(1000, 0.99)]
    [InlineData(1000, 1)]
    public void Write_EveryType_ReadsTheSame(int rows, double nulls)
    {
        foreach (var compression in Enum.GetValues<ParquetCompression>())
        {
            foreach (var distinct in new[] { 1, 2, 17, int.MaxValue })
            {
                var table = ParquetTables.Random(rows, seed: rows + distinct, nulls, distinct);
                AssertRoundTrip(table, new(Compression: compression, RowGroupRows: GroupRows));
            }
        }
    }

    [Theory]
    [InlineData(122_880, new long[] { 122_880 })]
    [InlineData(122_881, new long[] { 122_880, 1 })]
    [InlineData(245_763, new long[] { 122_880, 122_880, 3 })]
    public void Write_DefaultRowGroups_ReadsTheSame(int rows, long[] groups)
    {
        var table = ParquetTables.Random(rows, seed: 7, nulls: 0.05, distinct: 40_000);
        AssertRoundTrip(table, new());
        Assert.Equal(groups, FileLayout.ReadFooter(ParquetWriter.Write(table)).RowGroups.Select(group => group.Rows));
    }

    [Fact]
    public void Write_SameTableTwice_GivesTheSameBytes()
    {
        var table = ParquetTables.Random(50_000, seed: 11, nulls: 0.1, distinct: 9_000);
        var options = new ParquetOptions(RowGroupRows: 7_000);
        Assert.Equal(ParquetWriter.Write(table, options), ParquetWriter.Write(table, options));
    }

    [Fact]
    public void Write_Metadata_IsReadBackWhateverItsOrder()
    {
        var table = new Table("t", [new Int32Column("a", [1])]);
        var one = ParquetWriter.Write(table, new(new Dictionary<string, string> { ["b"] = "2", ["a"] = "é", ["c"] = "" }));
        var two = ParquetWriter.Write(table, new(new Dictionary<string, string> { ["c"] = "", ["a"] = "é", ["b"] = "2" }));
        Assert.Equal(one, two);
        Assert.Equal(new Dictionary<string, string> { ["a"] = "é", ["b"] = "2", ["c"] = "" }, ParquetReader.Open(one).Metadata);
    }

    [Fact]
    public void Write_ColumnsAfterTake_ReadsTheRowsTaken()
    {
        var table = ParquetTables.Random(500, seed: 3, nulls: 0.2, distinct: 50).Take([499, 0, 0, 17, 250]);
        AssertRoundTrip(table, new());
    }

    [Fact]
    public void Write_NoColumns_ReadsNoColumns()
    {
        var read = ParquetReader.Open(ParquetWriter.Write(new Table("empty", [])));
        Assert.Empty(read.Schema);
        Assert.Equal(0, read.Read().RowCount);
    }

    [Fact]
    public void Write_DecimalWithTooManyDigits_NamesColumnAndRow()
    {
        var table = new Table("t", [new DecimalColumn("money", [1, 100_000], 5, 2)]);
        var error = Assert.Throws<ArgumentException>(() => ParquetWriter.Write(table));
        Assert.Contains("money, row 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ColumnsNamed_ReturnsThoseInThatOrder()
    {
        var table = ParquetTables.Random(100, seed: 5, nulls: 0.1);
        var read = ParquetReader.Open(ParquetWriter.Write(table)).Read(["date", "text"], "some");
        Assert.Equal("some", read.Name);
        ParquetTables.AssertEqual(new Table("some", [table["date"], table["text"]]), read);
    }

    [Fact]
    public void Read_ColumnAbsent_NamesItAndThoseThatAre()
    {
        var reader = ParquetReader.Open(ParquetWriter.Write(new Table("t", [new Int32Column("here", [1])])));
        var error = Assert.Throws<ParquetException>(() => reader.Read(["there"]));
        Assert.Contains("there", error.Message, StringComparison.Ordinal);
        Assert.Contains("here", error.Message, StringComparison.Ordinal);
    }

    static void AssertRoundTrip(Table table, ParquetOptions options)
    {
        var reader = ParquetReader.Open(ParquetWriter.Write(table, options));
        Assert.Equal(table.RowCount, reader.RowCount);
        Assert.Equal(table.Columns.Select(column => (column.Name, column.Type)), reader.Schema.Select(field => (field.Name, field.Type)));
        ParquetTables.AssertEqual(table, reader.Read());
        ParquetTables.AssertEqual(table, reader.Read(options: new(Alone: true, RepeatedTexts: true)));
    }
}
