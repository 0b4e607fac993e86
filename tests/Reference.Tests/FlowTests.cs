namespace Homeward.Reference.Tests;

public class FlowTests
{
    static readonly ReferenceData Data = new Region().Load();

    [Theory]
    [InlineData("QAA", ServiceLine.CYP, "RAA01", "2025-08-31", Flow.In)]
    [InlineData("QAA", ServiceLine.CYP, "RBB01", "2025-08-31", Flow.Out)]
    [InlineData("QAA", ServiceLine.ASE, "RBB01", "2025-08-31", Flow.In)]
    [InlineData("QAA", ServiceLine.ASE, "RAA01", "2025-08-31", Flow.Out)]
    [InlineData("QBB", ServiceLine.CYP, "RBB01", "2025-08-31", Flow.In)]
    [InlineData("QBB", ServiceLine.CYP, "RAA01", "2025-08-31", Flow.Out)]
    [InlineData("QAA", ServiceLine.CYP, "RAA02", "2023-12-31", Flow.In)]
    [InlineData("QAA", ServiceLine.CYP, "RAA02", "2024-01-01", Flow.Out)]
    [InlineData("QAA", ServiceLine.CYP, "XXX99", "2025-08-31", Flow.Out)]
    [InlineData("QCC", ServiceLine.CYP, "RAA01", "2025-08-31", Flow.Out)]
    [InlineData("QAA", ServiceLine.REH, "RAA01", "2025-08-31", Flow.Out)]
    [InlineData("QAA", ServiceLine.Unknown, "RAA01", "2025-08-31", Flow.In)]
    [InlineData("QAA", ServiceLine.Unknown, "RBB01", "2025-08-31", Flow.In)]
    [InlineData("QAA", ServiceLine.Unknown, "NAA01", "2025-08-31", Flow.Out)]
    [InlineData("QBB", ServiceLine.Unknown, "RAA01", "2025-08-31", Flow.Out)]
    [InlineData(null, ServiceLine.CYP, "RAA01", "2025-08-31", Flow.Unknown)]
    [InlineData("QAA", ServiceLine.CYP, null, "2025-08-31", Flow.Unknown)]
    [InlineData(null, ServiceLine.Unknown, null, "2025-08-31", Flow.Unknown)]
    public void Stay_ForAHomeLineAndSite_IsInOutOrUnknown(string? home, ServiceLine line, string? site, string on, Flow flow)
    {
        var date = DateOnly.ParseExact(on, "yyyy-MM-dd", null);
        Assert.Equal(flow, Data.FlowOf(home, line, site, date));
        var numbered = Data.FlowOn(date);
        Assert.Equal(flow, numbered.Of(numbered.Home(home), line, numbered.Site(site)));
    }

    [Theory]
    [InlineData("QAA", ServiceLine.CYP, "NORTH")]
    [InlineData("QAA", ServiceLine.ASE, "NORTH")]
    [InlineData("QBB", ServiceLine.CYP, "SOUTH")]
    [InlineData("QBB", ServiceLine.ASE, null)]
    [InlineData("QAA", ServiceLine.Unknown, null)]
    [InlineData("QCC", ServiceLine.CYP, null)]
    public void Home_ForALine_BelongsToTheCollaborativeThatListsIt(string home, ServiceLine line, string? collaborative) =>
        Assert.Equal(collaborative, Data.CollaborativeOfHome(home, line, new DateOnly(2025, 8, 31))?.Code);

    [Fact]
    public void Flow_OfEveryCombination_EqualsASearchThroughTheRows()
    {
        var random = new Random(7);
        string[] homes = ["QAA", "QBB", "QCC"];
        string[] sites = ["RAA01", "RBB01", "NAA01"];
        var start = new DateOnly(2024, 1, 1);
        for (var round = 0; round < 50; round++)
        {
            var rows = Enumerable.Range(0, 12)
                .Select(_ => (Home: homes[random.Next(3)], Line: random.Next(2) == 0 ? ServiceLine.CYP : ServiceLine.ASE, Site: sites[random.Next(3)], From: start.AddDays(random.Next(30))))
                .DistinctBy(row => (row.Home, row.Line, row.Site)).ToArray();
            var csv = rows.Select(row => $"NORTH,{row.Line},{row.Home},{row.Site},{row.From:yyyy-MM-dd},{row.From.AddDays(10):yyyy-MM-dd}");
            var data = new Region().With("natural_flow.csv", "collaborative,service_line,home_icb,site_code,from,to\n" + string.Join('\n', csv)).Load();
            for (var i = 0; i < 40; i++)
            {
                var (home, line, site, on) = (homes[random.Next(3)], random.Next(2) == 0 ? ServiceLine.CYP : ServiceLine.ASE, sites[random.Next(3)], start.AddDays(random.Next(45)));
                var listed = rows.Any(row => row.Home == home && row.Line == line && row.Site == site && row.From <= on && on <= row.From.AddDays(10));
                Assert.Equal(listed ? Flow.In : Flow.Out, data.FlowOf(home, line, site, on));
            }
        }
    }
}
