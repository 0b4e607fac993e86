using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Catalogue;

public class BedsAndWaitingTests
{
    [Fact]
    public void K14_Occupancy_IsOfWardMonthsWithNightsAndBeds()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Ward("W1", available: 40, closed: 10).Ward("W2", available: 100) // W2 is empty
            .Spell("S1", "ann", "2025-06-11").Spell("S2", "bob", "2025-06-21");
        region.In("RA1", "2025-05").Ward("W1", available: 20).Spell("S3", "cat", "2025-05-27", "2025-05-31");

        var figures = region.Compute("2025-06");
        Assert.Equal(75, figures.Value("K14", "occupancy", lens: "beds"));
        Assert.Equal(100.0 * 10 / 150, figures.Value("K14", "closed", lens: "beds")!.Value, 9);
        Assert.Equal(100.0 * 34 / 60, figures.Value("K14", "occupancy", "R3", lens: "beds")!.Value, 9);
    }

    [Fact]
    public void K18_Days_LeaveOutTheFirstUnlessItLiesBefore()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06")
            .Spell("S1", "ann", "2025-05-01").Ready("C1", "S1", "2025-05-20", delay: "03", attributable: "05") // carried in: 30 days
            .Spell("S2", "bob", "2025-06-01").Ready("C2", "S2", "2025-06-11", "2025-06-21", delay: "14", attributable: "04"); // 12 to 20 June

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K18", "open"));
        Assert.Equal(30 + 9, figures.Value("K18", "days"));
        Assert.Equal(100.0 * 39 / 60, figures.Value("K18", "share"));
        Assert.Equal(9, figures.Value("K18", "days", lens: "beds", breakdown: "Delay Reason", level: "14"));
        Assert.Equal(30, figures.Value("K18", "days", breakdown: "Attributable To", level: "05"));
    }

    [Fact]
    public void K24_IncidentsPerThousandNights()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-11").Incident("I1", "W-S1", "2025-06-12").Incident("I2", "W-S1", "2025-06-13");

        Assert.Equal(100, region.Compute("2025-06").Value("K24", "rate", lens: "beds"));
    }

    [Fact]
    public void K30_BedsOfTheMonth()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Ward("W1", 240, 60, 10, 8, reason: "STF").Ward("W2", 300, 0, 12, null, "206");

        var figures = region.Compute("2025-06");
        Assert.Equal(22, figures.Value("K30", "commissioned", lens: "beds"));
        Assert.Equal(8, figures.Value("K30", "open", lens: "beds"));
        Assert.Equal(540, figures.Value("K30", "available", lens: "beds"));
        Assert.Equal(60, figures.Value("K30", "closed", lens: "beds", breakdown: "Closed Reason", level: "STF"));
        Assert.Equal(12, figures.Value("K30", "commissioned", lens: "beds", breakdown: "Bed Class", level: "206"));
    }

    [Fact]
    public void K29_Caseload()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Caseload("C1", "ann", "2025-01-01").Caseload("C2", "ann", "2025-06-10", "2025-06-20").Caseload("C3", "bob", "2025-06-11");

        var figures = region.Compute("2025-06");
        Assert.Equal(2, figures.Value("K29", "open"));
        Assert.Equal(2, figures.Value("K29", "started"));
        Assert.Equal(1, figures.Value("K29", "ended"));
        Assert.Equal(2, figures.Value("K29", "people"));
        Assert.Equal(2, figures.Value("K29", "open", breakdown: "Provider", level: "RA1"));
    }
}
