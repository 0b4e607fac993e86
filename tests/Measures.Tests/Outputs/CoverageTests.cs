using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Outputs;

/// <summary>Coverage of every row, and K25. EAST expects RA1 and RA2, WEST expects RB1.</summary>
public class CoverageTests
{
    [Theory]
    [InlineData("M", "EAST", 0.5)]
    [InlineData("M", "WEST", 0.0)]
    [InlineData("M", "ALL", 1 / 3.0)]
    [InlineData("R3", "EAST", 3 / 6.0)]
    [InlineData("R3", "ALL", 3 / 9.0)]
    public void Coverage_IsAcceptedOverExpectedProviderMonths(string window, string collaborative, double coverage)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-11");
        region.In("RA1", "2025-05").Patient("ann");
        region.In("RA2", "2025-05").Patient("bob");
        region.In("X01", "2025-06").Patient("cat"); // not expected of anybody

        Assert.Equal(coverage, CoverageOf(region, "K10", window, collaborative), 9);
    }

    [Fact]
    public void Coverage_OfAProviderRow_IsThatProviders()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-11");

        var table = region.Compute("2025-06").Table("restricted/kpi");
        var row = Enumerable.Range(0, table.RowCount).Single(r =>
            table.Text("measure_id")[r] == "K10" && table.Text("window")[r] == "R3" && table.Text("collaborative")[r] == "EAST"
            && table.Text("breakdown")[r] == "Provider");
        Assert.Equal(1 / 3.0, table.Double("coverage")[row]!.Value, 9);
    }

    [Fact]
    public void K25_MonthThatTwoCollaborativesExpect_CountsOnceInTheProgramme()
    {
        var members = "collaborative,org_code,role,expected,from,to\nEAST,RA1,LEAD,Y,,\nWEST,RB1,LEAD,Y,,\nWEST,RA1,MEMBER,Y,,";
        var lines = "collaborative,service_line,from,to\nEAST,OAC,,\nWEST,AAC,,";
        var flow = "collaborative,service_line,home_icb,site_code,from,to\nEAST,OAC,QEE,RA101,,\nWEST,AAC,QWW,RB101,,";
        var region = new RegionTold(Deployment.With(("members.csv", members), ("collaborative_service_lines.csv", lines), ("natural_flow.csv", flow)));
        region.In("RA1", "2025-06").Patient("ann");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K25", "accepted", lens: "beds"));
        Assert.Equal(1, figures.Value("K25", "accepted", collaborative: "WEST", lens: "beds"));
        Assert.Equal(1, figures.Programme("K25", "accepted", lens: "beds"));
        Assert.Equal(1, figures.Programme("K25", "missing", lens: "beds"));
    }

    [Fact]
    public void K25_TellsWhatBecameOfEveryExpectedMonth()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Patient("ann");
        region.In("RA2", "2025-06").Patient("bob");
        Judge(region, "RA1", SubmissionState.Accepted, "2025-07-21T22:59:00Z"); // 23:59 in London, in summer time
        Judge(region, "RA1", SubmissionState.Accepted, "2025-08-02T10:00:00Z"); // a resubmission does not make it late
        Judge(region, "RA2", SubmissionState.Rejected, "2025-07-10T10:00:00Z");
        Judge(region, "RA2", SubmissionState.Accepted, "2025-07-21T23:00:00Z");
        Judge(region, "RB1", SubmissionState.Rejected, "2025-07-10T10:00:00Z");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K25", "accepted", lens: "beds"));
        Assert.Equal(1, figures.Value("K25", "late", lens: "beds"));
        Assert.Equal(1, figures.Value("K25", "rejected", lens: "beds", collaborative: "WEST"));
        Assert.Equal(0, figures.Value("K25", "missing", lens: "beds"));
        Assert.Equal(4, figures.Value("K25", "missing", "R3", lens: "beds"));
        Assert.Equal(1, figures.Value("K25", "late", lens: "beds", breakdown: "Provider", level: "RA2"));
        Assert.Equal(["late", "accepted", "rejected"], States(figures, "RA2", "RA1", "RB1"));
    }

    static void Judge(RegionTold region, string provider, SubmissionState state, string received) => region.Judged.Add(new(
        provider, new(2025, 6), $"{provider}-2025-06-u{region.Judged.Count}", state, DateTimeOffset.Parse(received, System.Globalization.CultureInfo.InvariantCulture)));

    static string[] States(Figures figures, params string[] providers)
    {
        var table = figures.Table("marts/coverage");
        return [.. providers.Select(provider => table.Text("state")[Enumerable.Range(0, table.RowCount).Single(r => table.Text("provider")[r] == provider)]!)];
    }

    static double CoverageOf(RegionTold region, string measure, string window, string collaborative)
    {
        var table = region.Compute("2025-06").Table("restricted/kpi");
        var row = Enumerable.Range(0, table.RowCount).First(r =>
            table.Text("measure_id")[r] == measure && table.Text("window")[r] == window && table.Text("collaborative")[r] == collaborative
            && table.Text("breakdown")[r] is "Collaborative" or "Programme");
        return table.Double("coverage")[row]!.Value;
    }
}
