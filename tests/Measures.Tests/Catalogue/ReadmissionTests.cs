using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Catalogue;

/// <summary>K17. Ann leaves RA1 on 10 June and comes back.</summary>
public class ReadmissionTests
{
    [Theory]
    // provider and day of the next spell · within 30 · within 14 (journeys, people lens)
    [InlineData("RA1", "2025-06-24", 100, 100)]
    [InlineData("RA2", "2025-06-25", 100, 0)]
    [InlineData("X01", "2025-06-12", 100, 100)] // anywhere in the deployment
    public void NextSpell_Within30Or14Days_IsAReadmission(string provider, string start, int thirty, int fourteen)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-10");
        region.In(provider, "2025-06").Spell("S2", "ann", start);

        var figures = region.Compute("2025-06");
        Assert.Equal(thirty, figures.Value("K17", "pct_30"));
        Assert.Equal(fourteen, figures.Value("K17", "pct_14"));
        Assert.Equal(thirty, figures.Value("K17", "pct_30", lens: "beds", breakdown: "Provider", level: "RA1"));
    }

    [Theory]
    [InlineData("2025-07-10", 100)]
    [InlineData("2025-07-11", 0)]
    public void NextSpell_ToldOnlyByTheMonthsAhead_Counts(string start, int thirty)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-10");
        region.In("RB1", "2025-07").Spell("S2", "ann", start);

        Assert.Equal(thirty, region.Compute("2025-06").Value("K17", "pct_30"));
    }

    [Fact]
    public void Transfer_IsNoReadmissionOfAJourney_ButOneOfASpell()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-10");
        region.In("RA2", "2025-06").Spell("S2", "ann", "2025-06-11", "2025-06-20");

        var figures = region.Compute("2025-06");
        Assert.Equal(0, figures.Value("K17", "pct_30"));
        Assert.Equal(50, figures.Value("K17", "pct_30", lens: "beds"));
    }

    [Fact]
    public void TransferToldByAMonthAhead_IsNoEndOfAJourney()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-30");
        region.In("RA2", "2025-07").Spell("S2", "ann", "2025-07-01");

        Assert.Null(region.Compute("2025-06").Value("K17", "pct_30"));
    }

    [Fact]
    public void SpellToldByAMonthAhead_ThatBeganBeforeTheJourneyAndOutlastsIt_IsNoEndOfAJourney()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-05", "2025-06-10");
        region.In("RA2", "2025-07").Spell("S2", "ann", "2025-05-20");

        Assert.Null(region.Compute("2025-06").Value("K17", "pct_30"));
        Assert.Equal(0, region.Compute("2025-06").Value("K17", "pct_30", lens: "beds"));
    }

    [Theory]
    [InlineData("4", null)] // died
    [InlineData("8", "19")]
    [InlineData("1", "79")]
    [InlineData("1", "53")] // another ward for mental illness
    public void DeathsAndTransfers_ByMethodOrDestination_AreLeftOut(string method, string? destination)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-10", method: method, destination: destination);

        var figures = region.Compute("2025-06");
        Assert.Null(figures.Value("K17", "pct_30"));
        Assert.Null(figures.Value("K17", "pct_30", lens: "beds"));
    }
}
