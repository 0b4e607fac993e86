using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Catalogue;

/// <summary>K19. Ann, of QEE, is at X01 from 1 to 11 June; RA101 is local to her.</summary>
public class RepatriationTests
{
    [Fact]
    public void StepFromOutOfFlowToAnInFlowStay_IsToBed()
    {
        var region = new RegionTold();
        region.In("X01", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-11");
        region.In("RA1", "2025-06").Spell("S2", "ann", "2025-06-11");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K19", "to_bed"));
        Assert.Equal(1, figures.Value("K19", "people"));
        Assert.Equal(10, figures.Value("K19", "median_days"));
        Assert.Equal(100, figures.Value("K19", "sustained"));
    }

    [Fact]
    public void StepFromAPlacement_HasItsReasonSenderAndReceiver()
    {
        var region = new RegionTold();
        region.In("X01", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-11", "10", "RA2");
        region.In("RA1", "2025-06").Spell("S2", "ann", "2025-06-11");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K19", "to_bed", breakdown: "OAP Reason", level: "10"));
        Assert.Equal(1, figures.Value("K19", "people", breakdown: "Sending Provider", level: "RA2"));
        Assert.Equal(1, figures.Value("K19", "people", breakdown: "Sending Provider; Receiving Provider", level: "RA2", second: "X01"));
        Assert.Equal(1, figures.Value("K19", "people", breakdown: "Provider", level: "RA1"));
    }

    [Fact]
    public void StepFromOutOfFlowOnly_HasNoSender()
    {
        var region = new RegionTold();
        region.In("X01", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-11");
        region.In("RA1", "2025-06").Spell("S2", "ann", "2025-06-11");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K19", "people", breakdown: "Provider", level: "RA1"));
        Assert.DoesNotContain(figures.Exact.Keys, key => key is { Measure: "K19", Breakdown: "Sending Provider" or "OAP Reason" });
    }

    [Fact]
    public void StepOfMoreThanADay_IsNoStep()
    {
        var region = new RegionTold();
        region.In("X01", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-11");
        region.In("RA1", "2025-06").Spell("S2", "ann", "2025-06-13");

        Assert.Equal(0, region.Compute("2025-06").Value("K19", "to_bed"));
    }

    [Fact]
    public void EndReasonAndStep_OfOnePlacement_CountOnce()
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-06-01", "2025-06-11", endReason: "REP");
        region.In("RA1", "2025-06").Spell("S2", "ann", "2025-06-11");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K19", "to_bed"));
        Assert.Equal(0, figures.Value("K19", "to_community"));
    }

    [Theory]
    [InlineData("REP", 1, 0)]
    [InlineData("RPC", 0, 1)]
    [InlineData("DIS", 0, 0)]
    [InlineData(null, 0, 0)]
    public void EndReason_WithoutAStep_Counts(string? reason, int toBed, int toCommunity)
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-06-01", "2025-06-11", endReason: reason);

        var figures = region.Compute("2025-06");
        Assert.Equal(toBed, figures.Value("K19", "to_bed"));
        Assert.Equal(toCommunity, figures.Value("K19", "to_community"));
        Assert.Equal(toBed + toCommunity, figures.Value("K19", "people"));
    }

    [Fact]
    public void WithinOneSpell_AMoveToALocalSite_IsAStep()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", stay: false)
            .Stay("W1", "S1", "2025-06-01", "2025-06-06", site: "RA102").Stay("W2", "S1", "2025-06-06", site: "RA101");

        Assert.Equal(5, region.Compute("2025-06").Value("K19", "median_days"));
    }

    [Theory]
    [InlineData("RA1", "2025-06", "2025-08-10", 0)] // 60 days after 11 June
    [InlineData("RA1", "2025-06", "2025-08-11", 100)]
    public void OutOfFlowAgainWithin60Days_IsNotSustained(string provider, string period, string again, int sustained)
    {
        var region = new RegionTold();
        region.In("X01", period).Spell("S1", "ann", "2025-06-01", "2025-06-11");
        region.In(provider, period).Spell("S2", "ann", "2025-06-11", "2025-06-20");
        region.In("X01", "2025-08").Spell("S3", "ann", again);

        Assert.Equal(sustained, region.Compute(period).Value("K19", "sustained"));
    }

    [Fact]
    public void StepFromALostStay_IsNotCounted()
    {
        var region = new RegionTold();
        region.In("X01", "2025-05").Spell("S1", "ann", "2025-05-11");
        region.In("RA1", "2025-06").Spell("S2", "ann", "2025-06-01");

        Assert.Equal(0, region.Compute("2025-06").Value("K19", "to_bed", "R3"));
    }
}
