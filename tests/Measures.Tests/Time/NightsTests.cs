using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Time;

/// <summary>kpis.md §1: the truth table of nights, June.</summary>
public class NightsTests
{
    [Theory]
    [InlineData("2025-05-10", null, 30)]
    [InlineData("2025-05-10", "2025-06-01", 0)]
    [InlineData("2025-05-10", "2025-06-02", 1)]
    [InlineData("2025-06-30", null, 1)]
    [InlineData("2025-06-05", "2025-06-05", 0)]
    [InlineData("2025-06-05", "2025-06-30", 25)]
    [InlineData("2025-06-05", "2025-07-03", 26)]
    public void Nights_OfAStayInJune_AreTheTruthTable(string start, string? end, int nights)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", start, end, reason: "10", sender: "RA2");

        var figures = region.Compute("2025-06");

        Assert.Equal(nights, figures.Value("K04"));
        Assert.Equal(nights, figures.Value("K13", "occupied"));
        Assert.Equal(nights, figures.Value("K13", "occupied", lens: "beds"));
    }
}
