using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Catalogue;

/// <summary>A record left open in a spell that its own submission says is over: no rule rejects it, and it must not count on and on.</summary>
public class OpenInEndedSpellTests
{
    static Figures June(Action<Teller> tell)
    {
        var region = new RegionTold();
        tell(region.In("RA1", "2025-06"));
        return region.Compute("2025-06");
    }

    [Fact]
    public void WardStay_EndsWithItsSpell()
    {
        var figures = June(june => june.Spell("S1", "ann", "2025-06-01", "2025-06-11", stay: false).Stay("W1", "S1", "2025-06-03").Ward("W1", open: 1));

        Assert.Equal(8, figures.Value("K13", "occupied"));
        Assert.Equal(0, figures.Value("K20", "people_in"));
        Assert.Equal(100 * 8 / 300.0, figures.Value("K14", "occupancy", lens: "beds")!.Value, 9);
    }

    [Fact]
    public void WaitForDischarge_EndsWithItsSpell()
    {
        var figures = June(june => june.Spell("S1", "ann", "2025-05-01", "2025-06-11").Ready("C1", "S1", "2025-05-20"));

        Assert.Equal(0, figures.Value("K18", "open"));
        Assert.Equal(10, figures.Value("K18", "days"));
    }

    [Fact]
    public void WardStay_LostBeforeItsSpellEnded_CountsToItsMonthsEndOnly()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-05").Spell("S1", "ann", "2025-05-11");
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-05-11", "2025-06-20", stay: false);

        Assert.Equal(21, region.Compute("2025-06").Value("K13", "occupied", "R3"));
    }
}
