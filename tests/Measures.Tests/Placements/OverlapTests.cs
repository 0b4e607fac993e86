using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Placements;

/// <summary>kpis.md §2: placements of one person that overlap. Spells at RA1, sent by RA2; June 2025.</summary>
public class OverlapTests
{
    [Fact]
    public void Overlap_ALaterPlacementStarts_EndsTheEarlierOnThatDay()
    {
        var figures = Tell(("S1", "2025-06-01", null), ("S2", "2025-06-11", null));

        Assert.Equal(1, figures.Value("K01"));
        Assert.Equal(1, figures.Value("K03"));
        Assert.Equal(10 + 20, figures.Value("K04"));
    }

    [Fact]
    public void Overlap_SeveralStartWithin_TheLatestDecides()
    {
        var figures = Tell(("S1", "2025-06-01", null), ("S2", "2025-06-11", "2025-06-13"), ("S3", "2025-06-21", null));

        Assert.Equal(20 + 2 + 10, figures.Value("K04"));
    }

    [Fact]
    public void Overlap_SameStart_ShortensNeither()
    {
        var figures = Tell(("S1", "2025-06-11", null), ("S2", "2025-06-11", null));

        Assert.Equal(2, figures.Value("K01"));
        Assert.Equal(40, figures.Value("K04"));
    }

    [Fact]
    public void Overlap_LaterStartsOnTheDayTheEarlierEnds_ShortensNothing()
    {
        var figures = Tell(("S1", "2025-06-01", "2025-06-11"), ("S2", "2025-06-11", null));

        Assert.Equal(30, figures.Value("K04"));
        Assert.Equal(1, figures.Value("K03"));
    }

    [Fact]
    public void Overlap_LostPlacement_IsEndedByTheLaterOneAndCountsNoNightBeyondItsMonth()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-04").Spell("S1", "ann", "2025-04-21", null, "10", "RA2");
        region.In("RB1", "2025-06").Spell("S2", "ann", "2025-06-11", null, "10", "RA2");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K03", window: "R3"));
        Assert.Equal(10 + 20, figures.Value("K04", window: "R3"));
    }

    [Fact]
    public void Overlap_PlacementOfAnotherCollaborative_ShortensToo()
    {
        // Judged before belonging: bob's later placement is WEST's, his earlier one EAST's.
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "bob", "2025-06-01", null, "10", "RA2");
        region.In("X01", "2025-06").Spell("S2", "bob", "2025-06-11", null, "10", "RB1");

        var figures = region.Compute("2025-06");
        Assert.Equal(10, figures.Value("K04", collaborative: "EAST"));
        Assert.Equal(20, figures.Value("K04", collaborative: "WEST"));
        Assert.Equal(30, figures.Programme("K04"));
    }

    [Fact]
    public void Overlap_PlacementSeenOnlyOutsideTheWindow_ShortensNothingInIt()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-05-01", null, "10", "RA2");
        region.In("RB1", "2025-05").Spell("S2", "ann", "2025-05-11", null, "10", "RA2");

        var figures = region.Compute("2025-06");
        Assert.Equal(30, figures.Value("K04"));
        // R3 reads both: the first ends on 11 May, the second is lost at the end of May.
        Assert.Equal(10 + 21, figures.Value("K04", window: "R3"));
        Assert.Equal(0, figures.Value("K01") - 1);
    }

    static Figures Tell(params (string Key, string Start, string? End)[] spells)
    {
        var region = new RegionTold();
        foreach (var (key, start, end) in spells)
        {
            region.In("RA1", "2025-06").Spell(key, "ann", start, end, "10", "RA2");
        }

        return region.Compute("2025-06");
    }
}
