using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Suppression;

/// <summary>kpis.md §4, the first step, as marts/kpi shows it.</summary>
public class MartsTests
{
    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 5.0)]
    [InlineData(7, 5.0)]
    [InlineData(8, 10.0)]
    [InlineData(254, 255.0)]
    public void CountBelowTheTotal_IsSuppressedOrRounded(int people, double? published)
    {
        var region = new RegionTold();
        Tell(region, people, "RA2", "2025-06-11");
        Tell(region, 40, "RA1", "2025-06-11"); // so that a lone row under an exact total is not what is tested

        var rows = Marts(region);
        Assert.Equal(published, rows[Sender("K01", "RA2", people)]);
        Assert.Equal(40 + people, rows[Sender("K01", "RA2", people) with { Breakdown = "Collaborative", Primary = "EAST" }]);
    }

    [Fact]
    public void Nights_OfFewerThanFivePeople_AreSuppressed()
    {
        var region = new RegionTold();
        Tell(region, 4, "RA2", "2025-06-01"); // 120 nights
        Tell(region, 6, "RA1", "2025-06-30"); // 6 nights of 6 people

        var rows = Marts(region);
        Assert.Null(rows[Sender("K04", "RA2", 4)]);
    }

    [Fact]
    public void Zero_AtTheTop_IsShown_BelowItThereIsNoRow()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-11");

        var rows = Marts(region);
        Assert.Equal(0, rows[new("K01", "all", "all", "M", "people", "EAST", "Collaborative", "EAST", "NONE")]);
        Assert.DoesNotContain(rows.Keys, key => key.Measure == "K01" && key.Breakdown is not ("Collaborative" or "Programme"));
    }

    [Fact]
    public void LoneRowBelowAnExactTotal_IsLeftOut()
    {
        var region = new RegionTold();
        Tell(region, 3, "RA2", "2025-06-11");

        Assert.DoesNotContain(Marts(region).Keys, key => key.Measure == "K01" && key.Breakdown == "Sending Provider");
    }

    [Fact]
    public void TotalsToo_AreRounded_WhereTheyAreNotExact()
    {
        var region = new RegionTold(Deployment.With(("settings.json", """{"exactTotals": false}""")));
        Tell(region, 8, "RA2", "2025-06-11");

        Assert.Equal(10, Marts(region)[new("K01", "all", "all", "M", "people", "EAST", "Collaborative", "EAST", "NONE")]);
    }

    static void Tell(RegionTold region, int people, string sender, string start)
    {
        for (var i = 0; i < people; i++)
        {
            region.In("X01", "2025-06").Spell($"{sender}{i}", $"{sender}{i}", start, null, "10", sender);
        }
    }

    static FigureKey Sender(string measure, string sender, int people) =>
        new(measure, people < 0 ? "" : "all", "all", "M", "people", "EAST", "Sending Provider", sender, "NONE");

    static Dictionary<FigureKey, double?> Marts(RegionTold region) =>
        Figures.Read(region.Compute("2025-06").Table("marts/kpi")).ToDictionary(row => row.Key, row => row.Value);
}
