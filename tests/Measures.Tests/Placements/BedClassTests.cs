using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Placements;

/// <summary>kpis.md §2, "Bed class and scope": a placement from 1 June that moves from a low secure ward to an acute one on the 11th.</summary>
public class BedClassTests
{
    [Fact]
    public void ActivePlacement_TakesTheClassOfTheStayOpenAtThePeriodsEnd()
    {
        var figures = Moved(null);

        Assert.Equal(1, figures.Value("K01", scope: "acute"));
        Assert.Equal(1, figures.Value("K01", breakdown: "Bed Class", level: "200"));
        Assert.Null(figures.Value("K01", breakdown: "Bed Class", level: "206"));
        Assert.Equal(100, figures.Value("K05", "pct", scope: "acute"));
    }

    [Fact]
    public void StartedPlacement_TakesTheClassOfTheLastStayStartingByItsStart()
    {
        var figures = Moved(null);

        Assert.Equal(0, figures.Value("K02", scope: "acute"));
        Assert.Equal(1, figures.Value("K02", breakdown: "Bed Class", level: "206"));
    }

    [Fact]
    public void StartedPlacement_WithoutAStayByItsStart_TakesTheFirst()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", null, "10", "RA2", stay: false)
            .Stay("W1", "S1", "2025-06-03", "2025-06-09", bedClass: "202").Stay("W2", "S1", "2025-06-09", bedClass: "206");

        Assert.Equal(1, region.Compute("2025-06").Value("K02", breakdown: "Bed Class", level: "202"));
    }

    [Fact]
    public void EndedPlacement_TakesTheClassOfTheLastStayStartingByItsEnd()
    {
        var figures = Moved("2025-06-21");

        Assert.Equal(1, figures.Value("K03", scope: "acute"));
    }

    [Fact]
    public void BedDays_OfScopeAcute_AreTheNightsInAcuteStays()
    {
        var figures = Moved(null);

        Assert.Equal(30, figures.Value("K04"));
        Assert.Equal(20, figures.Value("K04", scope: "acute"));
        Assert.Equal(10, figures.Value("K04", breakdown: "Bed Class", level: "206"));
        Assert.Equal(20, figures.Value("K04", breakdown: "Bed Class", level: "200"));
    }

    [Fact]
    public void BedDays_InTwoOverlappingStaysOfAClass_CountOnce()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", null, "10", "RA2", stay: false)
            .Stay("W1", "S1", "2025-06-01", "2025-06-21").Stay("W2", "S1", "2025-06-11", bedClass: "201");

        var figures = region.Compute("2025-06");
        Assert.Equal(30, figures.Value("K04", scope: "acute"));
        Assert.Equal(20, figures.Value("K04", breakdown: "Bed Class", level: "200"));
        Assert.Equal(20, figures.Value("K04", breakdown: "Bed Class", level: "201"));
    }

    [Fact]
    public void Ties_LatestStartThenGreaterKey()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", null, "10", "RA2", stay: false)
            .Stay("W2", "S1", "2025-06-01", bedClass: "206").Stay("W1", "S1", "2025-06-01", bedClass: "200");

        var figures = region.Compute("2025-06");
        Assert.Equal(0, figures.Value("K01", scope: "acute"));
        Assert.Equal(0, figures.Value("K02", scope: "acute"));
    }

    [Fact]
    public void SenderOnlyPlacement_HasItsRowsClass()
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-06-11", bedClass: "202");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K01", scope: "acute"));
        Assert.Equal(20, figures.Value("K04", scope: "acute"));
        Assert.Equal(20, figures.Value("K13", "occupied", breakdown: "Bed Class", level: "202"));
    }

    [Fact]
    public void PlacementWithoutWardStay_IsOfUnknownClass()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-11", null, "10", "RA2", stay: false);

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K01", breakdown: "Bed Class", level: "UNKNOWN"));
        Assert.Equal(20, figures.Value("K04", breakdown: "Bed Class", level: "UNKNOWN"));
        Assert.Equal(0, figures.Value("K13", "occupied"));
    }

    static Figures Moved(string? end)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", end, "10", "RA2", stay: false)
            .Stay("W1", "S1", "2025-06-01", "2025-06-11", bedClass: "206").Stay("W2", "S1", "2025-06-11", end, bedClass: "200");
        return region.Compute("2025-06");
    }
}
