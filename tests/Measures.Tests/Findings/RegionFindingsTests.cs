using Homeward.Columns;
using Homeward.Measures.Findings;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Findings;

/// <summary>submission.md §4: the rules that need other submissions.</summary>
public class RegionFindingsTests
{
    static Dictionary<string, IReadOnlyList<RegionFinding>> Found(RegionTold region, string period = "2025-06")
    {
        var input = region.Input(period);
        return RegionFindings.ByProvider(input, RegionRun.Compute(input)).ToDictionary(p => p.Provider, p => p.Findings);
    }

    /// <summary>Such as <c>oaps O1 EndDateOAP=2025-06-20</c>, of one rule and one provider.</summary>
    static string[] Of(RegionTold region, string rule, string provider, string period = "2025-06") =>
    [
        .. Found(region, period)[provider].Where(f => f.Rule == rule)
            .Select(f => $"{f.Table} {f.Key}" + (f.Field is null ? "" : $" {f.Field}={f.Value}")),
    ];

    /// <summary>RA1 lists ann at X01 from 1 June.</summary>
    static RegionTold Away(string? end = null, string? reason = "10", string start = "2025-06-01", string period = "2025-06")
    {
        var region = new RegionTold();
        region.In("RA1", period).Oap("O1", "ann", "X01", start, end, reason);
        return region;
    }

    [Theory]
    [InlineData(null, "2025-06-20", true)]
    [InlineData(null, null, false)]
    [InlineData("2025-06-20", "2025-06-20", false)]
    public void Oap002_OpenHereDischargedThere(string? end, string? discharged, bool found)
    {
        var region = Away(end);
        region.In("X01", "2025-06").Spell("S1", "ann", "2025-06-01", discharged, "10", "RA1");

        Assert.Equal(found ? ["oaps O1 EndDateOAP="] : [], Of(region, "OAP002", "RA1"));
        Assert.Empty(Of(region, "OAP004", "RA1"));
        Assert.Empty(Found(region)["X01"]);
    }

    [Fact]
    public void Oap002_DischargedInAnEarlierMonth_IsFound()
    {
        var region = Away(start: "2025-04-10");
        region.In("X01", "2025-04").Spell("S1", "ann", "2025-04-10", "2025-04-20", "10", "RA1");
        region.In("X01", "2025-06").Spell("S9", "bob", "2025-06-01");

        Assert.Equal(["oaps O1 EndDateOAP="], Of(region, "OAP002", "RA1"));
    }

    [Theory]
    [InlineData("RA201", "QEE", "AAC", true)]
    [InlineData("X0101", "QEE", "AAC", false)]
    [InlineData("RA201", "QWW", "AAC", false)]
    [InlineData("RA201", "QEE", "CYP", false)]
    [InlineData("RA201", null, "AAC", false)]
    [InlineData(null, "QEE", "AAC", false)]
    public void Oap003_ReceivingSiteInTheNaturalFlow(string? site, string? home, string line, bool found)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Oap("O1", "ann", "X01", "2025-06-01", site: site, home: home, line: line);

        Assert.Equal(found ? [$"oaps O1 SiteIDReceiving={site}"] : [], Of(region, "OAP003", "RA1"));
    }

    [Theory]
    [InlineData("2025-06-10", null, "10", "RA1", "")]
    [InlineData("2025-06-11", null, "10", "RA1", "")] // a day apart
    [InlineData("2025-06-09", null, "10", "RA1", "")]
    [InlineData("2025-06-12", null, "10", "RA1", "oaps O1 StartDateOAP=2025-06-10")]
    [InlineData("2025-06-08", null, "10", "RA1", "oaps O1 StartDateOAP=2025-06-10")]
    [InlineData("2025-06-10", null, "11", "RA1", "oaps O1 OATReason=10")]
    [InlineData("2025-06-10", null, "99", "RA1", "")] // the receiver does not know
    [InlineData("2025-06-10", null, "10", "RA2", "oaps O1")] // another sender
    [InlineData("2025-06-10", null, "10", null, "oaps O1")]
    [InlineData("2025-06-10", null, null, null, "oaps O1")] // there, but no placement
    public void Oap004_TheReceiverTellsItOtherwise(string start, string? end, string? reason, string? sender, string found)
    {
        var region = Away(start: "2025-06-10");
        region.In("X01", "2025-06").Spell("S1", "ann", start, end, reason, sender);

        Assert.Equal(found.Length == 0 ? [] : [found], Of(region, "OAP004", "RA1"));
    }

    [Theory]
    [InlineData("2025-06-20", "")]
    [InlineData("2025-06-21", "")]
    [InlineData("2025-06-22", "oaps O1 EndDateOAP=2025-06-20")]
    [InlineData(null, "oaps O1 EndDateOAP=2025-06-20")] // still in, says the receiver
    public void Oap004_EndsMoreThanADayApart(string? discharged, string found)
    {
        var region = Away(end: "2025-06-20");
        region.In("X01", "2025-06").Spell("S1", "ann", "2025-06-01", discharged, "10", "RA1");

        Assert.Equal(found.Length == 0 ? [] : [found], Of(region, "OAP004", "RA1"));
    }

    [Fact]
    public void Oap004_OnlyWhereTheReceiverSubmittedTheMonth()
    {
        var region = Away();
        Assert.Empty(Of(region, "OAP004", "RA1"));

        region.In("X01", "2025-05").Spell("S1", "ann", "2025-05-30", reason: "10", sender: "RA1");
        Assert.Empty(Of(region, "OAP004", "RA1"));

        region.In("X01", "2025-06").Spell("S9", "bob", "2025-06-01");
        Assert.Equal(["oaps O1"], Of(region, "OAP004", "RA1")); // seen open there in May, and no more
    }

    [Theory]
    [InlineData("REP", "2025-06-19", true, false)]
    [InlineData("REP", "2025-06-21", true, false)]
    [InlineData("REP", "2025-06-22", true, true)]
    [InlineData("REP", "2025-06-18", true, true)]
    [InlineData("REP", "2025-06-20", false, true)] // not local
    [InlineData("DIS", null, true, false)]
    [InlineData("REP", null, true, true)]
    public void Oap005_RepatriatedButNotSeenAtHome(string endReason, string? admitted, bool local, bool found)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Oap("O1", "ann", "X01", "2025-06-01", "2025-06-20", endReason: endReason);
        if (admitted is not null)
        {
            region.In("RA2", "2025-06").Spell("S1", "ann", admitted, site: local ? "RA201" : "X0101");
        }

        Assert.Equal(found ? ["oaps O1 EndReason=REP"] : [], Of(region, "OAP005", "RA1"));
    }

    [Fact]
    public void Oap005_AStayToldInAMonthAhead_IsSeen()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Oap("O1", "ann", "X01", "2025-06-01", "2025-06-30", endReason: "REP");
        region.In("RA2", "2025-08").Spell("S1", "ann", "2025-07-01");

        Assert.Empty(Of(region, "OAP005", "RA1"));
    }

    [Fact]
    public void Oap007_OpenOutOfFlow_AndNobodySaysSo()
    {
        var region = new RegionTold();
        region.In("X01", "2025-06").Spell("S1", "ann", "2025-06-11") // nobody labelled it
            .Spell("S2", "bob", "2025-06-11", "2025-06-20") // gone
            .Spell("S3", "cat", "2025-06-11", reason: "10", sender: "RA1") // the receiver did
            .Spell("S4", "dan", "2025-06-11") // the sender did
            .Spell("S5", "eve", "2025-06-11", home: "QZZ") // of no collaborative
            .Spell("S6", "fay", "2025-06-11", home: null); // home unknown
        region.In("RA1", "2025-06").Oap("O4", "dan", "X01", "2025-06-10").Spell("S7", "gus", "2025-06-11");

        Assert.Equal(["ward_stays W-S1"], Of(region, "OAP007", "X01"));
        Assert.Empty(Of(region, "OAP007", "RA1"));
    }

    [Theory]
    [InlineData("2025-06-10", "2025-06-20", true)]
    [InlineData("2025-06-15", null, false)] // a transfer on the day
    [InlineData("2025-06-14", null, true)] // one night in both
    [InlineData("2025-05-20", "2025-06-01", false)]
    public void Con001_StaysOverlapInTwoProviders(string start, string? end, bool found)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-15").Spell("S3", "bob", "2025-06-01").Spell("S4", "bob", "2025-06-02");
        region.In("RB1", "2025-06").Spell("S2", "ann", start, end);

        Assert.Equal(found ? ["ward_stays W-S1"] : [], Of(region, "CON001", "RA1"));
        Assert.Equal(found ? ["ward_stays W-S2"] : [], Of(region, "CON001", "RB1"));
    }

    [Fact]
    public void Con002_OpenLastMonth_AbsentThisMonth()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-05")
            .Spell("S1", "ann", "2025-05-01") // lost, with its stay
            .Spell("S2", "bob", "2025-05-01", "2025-05-20")
            .Spell("S3", "cat", "2025-05-01").Stay("W3", "S3", "2025-05-10") // only this stay is lost
            .Oap("O1", "dan", "X01", "2025-05-01").Oap("O2", "eve", "X01", "2025-05-01", "2025-05-09")
            .Caseload("L1", "fay", "2025-05-01").Ready("C1", "S3", "2025-05-20").Ready("C2", "S1", "2025-05-20");
        region.In("RA1", "2025-06").Spell("S3", "cat", "2025-05-01");

        Assert.Equal(["community L1", "crfd C1", "oaps O1", "spells S1", "ward_stays W3"], Of(region, "CON002", "RA1"));
        Assert.All(Found(region)["RA1"].Where(f => f.Rule == "CON002"), f => Assert.Null(f.Line));
    }

    [Fact]
    public void Con002_IsToldOnce_ByTheFirstSubmissionAfter()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-03").Spell("S1", "ann", "2025-03-01");
        region.In("RA1", "2025-05").Spell("S2", "bob", "2025-05-01", "2025-05-10");
        region.In("RA1", "2025-06").Spell("S3", "cat", "2025-06-01");

        Assert.Equal(["spells S1"], Of(region, "CON002", "RA1", "2025-05"));
        Assert.Empty(Of(region, "CON002", "RA1"));
        Assert.False(Found(region, "2025-04").ContainsKey("RA1")); // nothing was sent that could be told of
    }

    [Fact]
    public void EveryProviderOfTheMonth_IsToldSomething_ThoughItBeNothing()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01");
        region.In("RA2", "2025-05").Spell("S1", "ann", "2025-05-01", "2025-05-02");

        Assert.Equal("RA1", Assert.Single(Found(region)).Key);
        Assert.Empty(Found(region)["RA1"]);
    }

    [Fact]
    public void Line_IsThatOfTheFile()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Oap("O1", "ann", "X01", "2025-06-01").Oap("O2", "bob", "X01", "2025-06-01", site: "RA201");

        Assert.Equal(3, Found(region)["RA1"].Single(f => f.Rule == "OAP003").Line);
    }

    [Theory]
    [InlineData("11", "11")]
    [InlineData("9434765919", null)] // no code, and of a shape that must not be shown
    public void Value_OfACode_IsShown_AnythingElseIsNot(string reason, string? value)
    {
        var region = Away(reason: reason);
        region.In("X01", "2025-06").Spell("S1", "ann", "2025-06-01", reason: "12", sender: "RA1");

        var finding = Found(region)["RA1"].Single(f => f.Rule == "OAP004");
        Assert.Equal(("OATReason", value), (finding.Field, finding.Value));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void NoProvider_LearnsAnothersKeysOrValues(int seed)
    {
        var period = new Month(2025, 5);
        var months = new Naive.GeneratedRegion(seed, new(2025, 1), period, people: 150).Months;
        var input = new RunInput(period, "run", [.. months.Select(m => m.Curated())], [], Deployment.Reference);

        var told = RegionFindings.ByProvider(input, RegionRun.Compute(input));
        Assert.Equal(
            ["CON001", "CON002", "OAP002", "OAP003", "OAP004", "OAP007"],
            told.SelectMany(p => p.Findings).Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal));
        foreach (var (provider, findings) in told)
        {
            var own = months.Where(m => m.Provider == provider).SelectMany(Words).ToHashSet();
            Assert.All(findings, f => Assert.Contains(f.Key, own));
            Assert.All(findings.Where(f => f.Value is not null), f => Assert.Contains(f.Value!, own));
        }
    }

    static IEnumerable<string> Words(MonthTold month) =>
    [
        .. month.Spells.Select(s => s.Key), .. month.Stays.Select(s => s.Key),
        .. month.Oaps.SelectMany(o => new[] { o.Key, $"{o.Start:yyyy-MM-dd}", $"{o.End:yyyy-MM-dd}", o.Reason ?? "", o.Site ?? "" }),
    ];
}
