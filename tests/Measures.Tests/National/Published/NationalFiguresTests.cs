using System.Text;
using Homeward.Columns;
using Homeward.Measures.National.Published;

namespace Homeward.Measures.Tests.National.Published;

/// <summary>Published national files in all their layouts become one table. The excerpts are of real files: see Fixtures/NOTICE.md.</summary>
public class NationalFiguresTests
{
    const string Header =
        "REPORTING_PERIOD_START,REPORTING_PERIOD_END,STATUS,BREAKDOWN,PRIMARY_LEVEL,PRIMARY_LEVEL_DESCRIPTION,"
        + "SECONDARY_LEVEL,SECONDARY_LEVEL_DESCRIPTION,MEASURE_ID,MEASURE_NAME,MEASURE_VALUE";

    static readonly string[] Excerpts = ["oaps-open-data-oct-2016.csv", "oaps-open-data-dec-2016.csv", "oaps-open-data-feb-2017.csv"];

    [Theory]
    [InlineData("2016-10", "K02", "all", 253)]
    [InlineData("2016-10", "K03", "all", 50)]
    [InlineData("2016-10", "K01", "all", 203)]
    [InlineData("2016-10", "K04", "all", 1714)]
    [InlineData("2016-12", "K02", "all", 538)]
    [InlineData("2016-12", "K07", "n_15_30", 161)]
    [InlineData("2016-12", "K09", "pct_days", 85.2839)]
    [InlineData("2017-02", "K02", "all", 611)]
    [InlineData("2017-02", "K03", "all", 480)]
    [InlineData("2017-02", "K01", "all", 681)]
    [InlineData("2017-02", "K04", "all", 16912)]
    [InlineData("2017-02", "K09", "per_day", 530)]
    [InlineData("2017-02", "K09", "q1_rate", 500)]
    [InlineData("2017-02", "K09", "q3_rate", 601)]
    [InlineData("2017-02", "K09", "total", 5_763_700)]
    [InlineData("2017-02", "K09", "pct_days", 62.2457)]
    public void Read_EveryOldLayout_HasEnglandOnce(string period, string measure, string split, double value)
    {
        var table = NationalFigures.Read(Excerpts.Select(Excerpt));

        var row = Assert.Single(Rows(table), row => At(table, row, "breakdown") == "England" && At(table, row, "measure_id") == measure
            && At(table, row, "split") == split && Month.Of(table.Date("reporting_period_end").DateAt(row)!.Value) == Month.Parse(period));
        Assert.Equal(value, table.Double("measure_value")[row]);
        Assert.Equal("M", At(table, row, "window"));
        Assert.Equal("all", At(table, row, "scope"));
    }

    [Theory]
    [InlineData("Bed Class", "200", "NONE", 447.0)]
    [InlineData("Bed Class", "201", "NONE", 61.0)]
    [InlineData("Bed Class", "202", "NONE", 173.0)]
    [InlineData("OAP Reason", "10", "NONE", 644.0)]
    [InlineData("Receiver Group", "1", "NONE", 235.0)]
    [InlineData("Region", "Y57", "NONE", 185.0)]
    [InlineData("Region; Bed Class", "Y57", "201", 40.0)]
    [InlineData("Region; Bed Class", "Y57", "0", null)]
    public void Read_Breakdowns_AreNamedAsOurs(string breakdown, string primary, string secondary, double? active)
    {
        var table = NationalFigures.Read([Excerpt("oaps-open-data-feb-2017.csv")]);

        var row = Assert.Single(Rows(table), row => At(table, row, "breakdown") == breakdown && At(table, row, "primary_level") == primary
            && At(table, row, "secondary_level") == secondary && At(table, row, "measure_id") == "K01");
        Assert.Equal(active, table.Double("measure_value")[row]);
    }

    [Fact]
    public void Read_SuppressedCells_AreNullAndSaySo()
    {
        var table = NationalFigures.Read(Excerpts.Select(Excerpt));

        var suppressed = Rows(table).Where(row => table.Boolean("suppressed")[row] == true).ToList();
        Assert.True(suppressed.Count > 50);
        Assert.All(suppressed, row => Assert.Null(table.Double("measure_value")[row]));
        Assert.All(Rows(table).Except(suppressed), row => Assert.NotNull(table.Double("measure_value")[row]));
    }

    [Theory]
    [InlineData("2025-06-01,2025-06-30", "M")]
    [InlineData("01/04/2025,30/06/2025", "R3")]
    [InlineData("01-07-2024,30-06-2025", "R12")]
    [InlineData("01/06/25,30/06/25", "M")]
    [InlineData("1/6/2025,30/6/2025", "M")]
    [InlineData("2025-04-01,2025-05-31", null)]
    public void Read_MhsdsFile_KnowsFiveFormatsOfDates(string period, string? window)
    {
        var table = Mhsds($"{period},Performance ,England,England,England,NONE,NONE,OAP02a,Bed days,15870");

        Assert.Equal(window, At(table, 0, "window"));
        Assert.Equal(("Performance", "K04", "inappropriate", "acute"), (At(table, 0, "status"), At(table, 0, "measure_id"), At(table, 0, "split"), At(table, 0, "scope")));
        Assert.Equal(15870, table.Double("measure_value")[0]);
    }

    [Fact]
    public void Read_MhsdsFile_KeepsBothLevelsAndMeasuresWithoutATwin()
    {
        var table = Mhsds(
            "2025-06-01,2025-06-30,Final,Sending Provider; Receiving Provider,RWR,Herts,RMY,Norfolk,OAP03,Active,*",
            "2025-06-01,2025-06-30,Final,England,England,England,NONE,NONE,OAP05,Per million,1.1e1");

        Assert.Equal(("England", "OAP05", null), (At(table, 1, "breakdown"), At(table, 1, "source_measure_id"), At(table, 1, "measure_id")));
        Assert.Equal(11, table.Double("measure_value")[1]);
        Assert.Equal(("RWR", "RMY", "K01"), (At(table, 0, "primary_level"), At(table, 0, "secondary_level"), At(table, 0, "measure_id")));
        Assert.True(table.Boolean("suppressed")[0]);
    }

    [Fact]
    public void Read_FilesInAnotherOrder_GivesTheSameRows()
    {
        var forwards = NationalFigures.Read(Excerpts.Select(Excerpt));
        var backwards = NationalFigures.Read(Excerpts.Reverse().Select(Excerpt).Append(Excerpt(Excerpts[1])));

        Assert.Equal(Rows(forwards).Select(row => Text(forwards, row)), Rows(backwards).Select(row => Text(backwards, row)));
    }

    [Theory]
    [InlineData("2025-06-31,2025-06-30,Final,England,England,England,NONE,NONE,OAP01,Started,1", "line 2: REPORTING_PERIOD_START is '2025-06-31'")]
    [InlineData("2025-06-01,2025-06-30,Final,England,England,England,NONE,NONE,OAP01,Started,many", "line 2: MEASURE_VALUE is 'many'")]
    [InlineData("2025-06-01,2025-06-30,Final,England,England,England,NONE,NONE,,Started,1", "line 2: MEASURE_ID is blank")]
    public void Read_BadCell_SaysWhereAndWhatWasExpected(string line, string problem) =>
        Assert.Contains(problem, Assert.Throws<PublishedFileException>(() => Mhsds(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_TwoValuesOfOneFigure_NamesBothLines()
    {
        const string Row = "2025-06-01,2025-06-30,Final,England,England,England,NONE,NONE,OAP01,Started,";

        Assert.Equal(1, Mhsds(Row + "5", Row + "5").RowCount);
        Assert.Contains("lines 2 and 3", Assert.Throws<PublishedFileException>(() => Mhsds(Row + "5", Row + "6")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownLayoutOrMonth_SaysWhatToDo()
    {
        Assert.Contains("no known layout", Assert.Throws<PublishedFileException>(() => NationalFigures.Read([File("x.csv", "a,b\n1,2\n")])).Message, StringComparison.Ordinal);
        var nameless = Excerpt(Excerpts[0]) with { Name = "data.csv" };
        Assert.Contains("Rename the file", Assert.Throws<PublishedFileException>(() => NationalFigures.Read([nameless])).Message, StringComparison.Ordinal);
    }

    static Table Mhsds(params string[] lines) => NationalFigures.Read([File("mhsds.csv", string.Join('\n', [Header, .. lines, ""]))]);

    static PublishedFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    static PublishedFile Excerpt(string name) =>
        new(name, System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "National", "Published", "Fixtures", name)));

    static IEnumerable<int> Rows(Table table) => Enumerable.Range(0, table.RowCount);

    static string? At(Table table, int row, string column) => table.Text(column)[row];

    static string Text(Table table, int row) => string.Join('|', table.Columns.OfType<TextColumn>().Select(column => column[row]))
        + $"|{table.Double("measure_value")[row]}|{table.Int32("source_line")[row]}";
}
