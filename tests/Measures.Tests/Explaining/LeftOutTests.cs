using Homeward.Measures.Explaining;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Explaining;

/// <summary>What an explanation says besides the rows that it counts.</summary>
public class LeftOutTests
{
    static Explanation Explain(RegionTold region, ExplainQuery query) => RegionExplain.Explain(region.Input("2025-06"), query);

    static ExplainQuery Active(string collaborative = "EAST", string? breakdown = null, string? level = null) =>
        new("K01", "all", Collaborative: collaborative, Breakdown: breakdown, Primary: level);

    [Fact]
    public void Counted_NamesTheRowsOfTheSubmission()
    {
        var region = new RegionTold();
        region.In("RB1", "2025-06").Spell("S1", "ann", "2025-06-11", reason: "10", sender: "RA1");
        region.In("RA1", "2025-06").Oap("O2", "bob", "X01", "2025-06-01");

        var explanation = Explain(region, Active());
        Assert.Equal((2.0, 2.0, null), (explanation.Value, explanation.Numerator, explanation.Denominator));
        Assert.Equal(["oaps RA1|O2 bob", "spells RB1|S1 ann"], explanation.Counted.Select(c => $"{c.Row.Table} {c.Row.Key} {c.Row.Person}"));
        Assert.Equal(new DateOnly(2025, 6, 11), explanation.Counted[1].Row.Start);
        Assert.Equal(["RA1-2025-06-u1", "RB1-2025-06-u1"], explanation.Submissions);
    }

    [Fact]
    public void LeftOut_SaysTheRule()
    {
        var region = new RegionTold();
        region.In("RB1", "2025-06")
            .Spell("S1", "ann", "2025-06-11", reason: "10", sender: "RA1")
            .Spell("S2", "bob", "2025-06-01", "2025-06-20", "10", "RA1")
            .Spell("S4", "dan", "2025-06-11", reason: "10", sender: "ZZZ", home: "QWW")
            .Spell("S5", "eve", "2025-06-11", reason: "10", sender: "ZZZ", home: "QZZ");
        region.In("RA1", "2025-06").Oap("O1", "ann", "X01", "2025-05-01");

        var left = Explain(region, Active()).LeftOut.ToDictionary(l => l.Row.Key!, l => l.Rule);
        Assert.StartsWith("A later placement of the person ends it on 2025-06-11. It does not", left["RA1|O1"], StringComparison.Ordinal);
        Assert.Equal("It does not meet the formula: inappropriate, from 2025-06-01, ended on 2025-06-20.", left["RB1|S2"]);
        Assert.Equal("It belongs to WEST.", left["RB1|S4"]);
        Assert.Equal("It belongs to no collaborative.", left["RB1|S5"]);
        Assert.Equal(4, left.Count);
    }

    [Fact]
    public void LeftOut_SaysWhoIsLost_AndWhatIsOfAnotherLevel()
    {
        var region = new RegionTold();
        region.In("RB1", "2025-05").Spell("S1", "ann", "2025-05-11", reason: "10", sender: "RA1");
        region.In("RB1", "2025-06").Spell("S2", "bob", "2025-06-01", reason: "10", sender: "RA2");

        var lost = Explain(region, new("K03", Window: "R3", Collaborative: "EAST")).LeftOut.Single(l => l.Row.Key == "RB1|S1");
        Assert.Equal("It is lost: last seen open in 2025-05, neither active nor ended since.", lost.Rule);
        region.In("RB1", "2025-06").Spell("S3", "cat", "2025-06-01", reason: "10", sender: "RA1");
        var other = Explain(region, Active(breakdown: "Sending Provider", level: "RA1")).LeftOut.Single(l => l.Row.Key == "RB1|S2");
        Assert.Equal("It has another level of Sending Provider.", other.Rule);
    }

    [Fact]
    public void Submissions_AreThoseOfTheWindow_AndOfTheMonthsAheadThatTheMeasureReads()
    {
        var region = new RegionTold();
        foreach (var month in (string[])["2025-03", "2025-04", "2025-06", "2025-07", "2025-08", "2025-09"])
        {
            region.In("RA1", month).Spell("S1", "ann", "2025-03-01");
        }

        Assert.Equal(["RA1-2025-04-u1", "RA1-2025-06-u1"], Explain(region, new("K13", Window: "R3", Collaborative: "EAST")).Submissions);
        Assert.Equal(
            ["RA1-2025-06-u1", "RA1-2025-07-u1", "RA1-2025-08-u1"], Explain(region, new("K19", Collaborative: "EAST")).Submissions);
    }

    [Theory]
    [InlineData("K99", null, "M", null, "There is no measure 'K99'")]
    [InlineData("K01", "half", "M", null, "There is no split 'half'")]
    [InlineData("K01", null, "R3", null, "There is no window 'R3'")]
    [InlineData("K01", null, "M", "Colour", "There is no breakdown 'Colour'")]
    [InlineData("K01", null, "M", "ICB", "There is no level of ICB 'Q00'")]
    public void UnknownNames_AreRefused_WithThoseThatThereAre(string measure, string? split, string window, string? breakdown, string said)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01");

        var refused = Assert.Throws<ArgumentException>(() =>
            Explain(region, new(measure, split, Window: window, Collaborative: "EAST", Breakdown: breakdown, Primary: "Q00")));
        Assert.StartsWith(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains("expected one of", refused.Message, StringComparison.Ordinal);
    }
}
