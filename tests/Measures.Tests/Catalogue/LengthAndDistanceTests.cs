using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Catalogue;

public class LengthAndDistanceTests
{
    [Fact]
    public void K07_BandsMeanAndMedian_OfEndedPlacements()
    {
        var region = new RegionTold();
        var june = region.In("RA1", "2025-06");
        (string Key, string Start, string End)[] ended =
        [
            ("S1", "2025-06-05", "2025-06-05"), // 0
            ("S2", "2025-06-01", "2025-06-02"), // 1
            ("S3", "2025-06-01", "2025-06-08"), // 7
            ("S4", "2025-06-01", "2025-06-09"), // 8
            ("S5", "2025-05-16", "2025-06-15"), // 30
            ("S6", "2025-03-12", "2025-06-11"), // 91
        ];
        foreach (var (key, start, end) in ended)
        {
            june.Spell(key, key, start, end, "10", "RA2");
        }

        var figures = region.Compute("2025-06");
        Assert.Equal([1, 2, 1, 1, 0, 1], new[] { "n_0", "n_1_7", "n_8_14", "n_15_30", "n_31_90", "n_91" }.Select(s => (int)figures.Value("K07", s)!));
        Assert.Equal(137 / 6.0, figures.Value("K07", "mean")!.Value, 9);
        Assert.Equal(7.5, figures.Value("K07", "median"));
    }

    [Fact]
    public void K08_Distances_InBandsWhichOverlap()
    {
        var region = new RegionTold();
        var june = region.In("RA1", "2025-06");
        int?[] km = [19, 20, 24, 49, 50, 100, 299, 300, null];
        for (var i = 0; i < km.Length; i++)
        {
            june.Spell($"S{i}", $"person{i}", "2025-06-01", distance: km[i]);
        }

        var figures = region.Compute("2025-06");
        (string Split, int Count)[] expected =
        [
            ("lt20", 1), ("20_49", 3), ("lt25", 3), ("25_49", 1), ("50_99", 1), ("ge100", 3), ("100_199", 1), ("200_299", 1), ("ge300", 1), ("unknown", 1),
        ];
        Assert.All(expected, e => Assert.Equal(e.Count, figures.Value("K08", $"stay_{e.Split}")));
        Assert.Equal(50, figures.Value("K08", "stay_pct_50"));
        Assert.Equal(49.5, figures.Value("K08", "stay_median"));
        Assert.Equal(0, figures.Value("K08", "oap_lt20"));
    }

    [Fact]
    public void K08_DistanceUnknownAtTheReceiver_IsTheSenders()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", null, "10", "RA2");
        region.In("RA2", "2025-06").Oap("O1", "ann", "RA1", "2025-06-01", site: "RA101", distance: 70);

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K08", "oap_50_99"));
        Assert.Equal(1, figures.Value("K08", "stay_unknown"));
    }

    [Theory]
    // the receiver's km · the sender's · band of the placement · band of the stay
    [InlineData(30, 70, "20_49", "20_49")] // both told: the receiver's stands
    [InlineData(30, null, "20_49", "20_49")]
    [InlineData(0, 70, "lt20", "lt20")] // 0 km is known
    [InlineData(null, null, "unknown", "unknown")]
    public void K08_OfAPlacementToldByBoth(int? receivers, int? senders, string placement, string stay)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", null, "10", "RA2", distance: receivers);
        region.In("RA2", "2025-06").Oap("O1", "ann", "RA1", "2025-06-01", site: "RA101", distance: senders);

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K01"));
        Assert.Equal(1, figures.Value("K08", $"oap_{placement}"));
        Assert.Equal(1, figures.Value("K08", $"stay_{stay}"));
        Assert.Equal(receivers, figures.Value("K08", "oap_mean"));
    }

    [Fact]
    public void K08_OfAPlacementThatOnlyItsSenderTold_IsThatRowsInBothCounts()
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-06-01", distance: 120);

        var figures = region.Compute("2025-06");
        Assert.Equal(120, figures.Value("K08", "oap_mean"));
        Assert.Equal(120, figures.Value("K08", "stay_median"));
        Assert.Equal(100, figures.Value("K08", "stay_pct_50"));
    }

    [Fact]
    public void K15AndK16_LengthsOfStay()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06")
            .Spell("S1", "ann", "2025-04-01", "2025-05-31") // ended before the month: 60 days
            .Spell("S2", "bob", "2025-04-12", "2025-06-11") // 60
            .Spell("S3", "cat", "2025-03-13", "2025-06-11") // 90
            .Spell("S4", "dan", "2025-06-10", "2025-06-11") // 1
            .Spell("S5", "eve", "2024-06-30") // to 30 June 2025: 365
            .Spell("S6", "fay", "2025-06-29"); // 1

        var figures = region.Compute("2025-06");
        Assert.Equal(3, figures.Value("K15", "count"));
        Assert.Equal(60, figures.Value("K15", "median"));
        Assert.Equal(200 / 3.0, figures.Value("K15", "pct_60")!.Value, 9);
        Assert.Equal(100 / 3.0, figures.Value("K15", "pct_90", lens: "beds")!.Value, 9);
        Assert.Equal(2, figures.Value("K16", "count"));
        Assert.Equal(183, figures.Value("K16", "mean"));
        Assert.Equal(1, figures.Value("K16", "count_365"));
    }

    [Fact]
    public void K06_ShareOfNightsAndOfAdmissions()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-11", null, "10", "RA2").Spell("S2", "bob", "2025-05-01");

        var figures = region.Compute("2025-06");
        Assert.Equal(40, figures.Value("K06", "pct_bed_days"));
        Assert.Equal(100, figures.Value("K06", "pct_admissions"));
    }
}
