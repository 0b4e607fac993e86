using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Catalogue;

/// <summary>Journeys: a person's spells in any provider, each starting no later than the day after the one before ended.</summary>
public class JourneyTests
{
    [Theory]
    // second spell's start after a first of 1 to 11 June · journeys begun · journeys ended (the second is open)
    [InlineData("2025-06-11", 1, 0)]
    [InlineData("2025-06-12", 1, 0)]
    [InlineData("2025-06-13", 2, 1)]
    [InlineData("2025-06-05", 1, 0)] // within the first
    public void Spells_CloseInTime_AreOneJourney(string second, int begun, int ended)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-11");
        region.In("RA2", "2025-06").Spell("S2", "ann", second);

        var figures = region.Compute("2025-06");
        Assert.Equal(2, figures.Value("K10", "spells"));
        Assert.Equal(begun, figures.Value("K10", "journeys"));
        Assert.Equal(ended, figures.Value("K11", "journeys"));
    }

    [Fact]
    public void Journey_WithASpellInsideALongerOne_EndsWithTheLonger()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-21");
        region.In("RA2", "2025-06").Spell("S2", "ann", "2025-06-05", "2025-06-07").Spell("S3", "ann", "2025-06-15", "2025-06-16");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K11", "journeys"));
        Assert.Equal(20, figures.Value("K15", "journey_mean"));
        Assert.Equal((20 + 2 + 1) / 3.0, figures.Value("K15", "mean")!.Value, 9);
        Assert.Equal(2, figures.Value("K15", "median"));
    }

    [Fact]
    public void Journey_WhoseLastSpellIsLost_HasNotEnded()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-05").Spell("S1", "ann", "2025-05-01", "2025-05-11");
        region.In("RA2", "2025-05").Spell("S2", "ann", "2025-05-11");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K10", "journeys", "R3"));
        Assert.Equal(0, figures.Value("K11", "journeys", "R3"));
        Assert.Equal(1, figures.Value("K11", "spells", "R3"));
    }

    [Fact]
    public void SenderOnlyPlacement_IsPartOfAJourney()
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-06-01", "2025-06-11").Spell("S1", "ann", "2025-06-12", "2025-06-21");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K10", "journeys"));
        Assert.Equal(20, figures.Value("K15", "journey_mean"));
    }

    [Fact]
    public void Journeys_AreOfThePeopleLensOnly()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-11");

        Assert.Null(region.Compute("2025-06").Value("K10", "journeys", lens: "beds"));
    }
}
