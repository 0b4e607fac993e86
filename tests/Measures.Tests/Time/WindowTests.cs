using Homeward.Columns;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Time;

/// <summary>kpis.md §1: what a window reads, records that are lost, months that are missing.</summary>
public class WindowTests
{
    [Theory]
    [InlineData("M", 30)]
    [InlineData("R3", 30 + 31 + 30)]
    [InlineData("R12", 365)]
    [InlineData("FY", 30 + 31 + 30)]
    [InlineData("SB", 30 + 31 + 30)] // EAST's baseline ends with March 2025
    public void BedDays_OfALongPlacement_FillEveryWindow(string window, int nights)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2020-01-01", null, "10", "RA2");

        Assert.Equal(nights, region.Compute("2025-06").Value("K04", window: window));
    }

    [Fact]
    public void SinceBaseline_ExistsOnlyWhereACollaborativeHasABaseline()
    {
        var region = new RegionTold();
        region.In("RB1", "2025-06").Spell("S1", "bob", "2025-06-11", null, "10", "RB1", home: "QWW");
        region.In("RA1", "2025-06").Spell("S2", "ann", "2025-06-11", null, "10", "RA2");

        var figures = region.Compute("2025-06");
        Assert.Null(figures.Value("K04", window: "SB", collaborative: "WEST"));
        Assert.Equal(20, figures.Value("K04", window: "SB"));
        Assert.Equal(20, figures.Programme("K04", window: "SB"));
    }

    [Fact]
    public void Record_SentInSeveralMonths_IsTheNewestOne()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-05").Spell("S1", "ann", "2025-05-21", null, "10", "RA2");
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-05-26", "2025-06-11", "11", "RA2");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K02", "appropriate", window: "R3"));
        Assert.Equal(0, figures.Value("K02", "inappropriate", window: "R3"));
        Assert.Equal(6 + 10, figures.Value("K04", window: "R3"));
        Assert.Equal(1, figures.Value("K02", "inappropriate", window: "M") + 1);
    }

    [Fact]
    public void Referral_CorrectedInALaterMonthThanItsSpell_IsJoinedAsItIsNow()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-05").Spell("S1", "ann", "2025-05-21", "2025-05-26", "10", "RA2");
        var june = region.In("RA1", "2025-06").Patient("ann");
        region.Months.Single(m => m.Period == new Month(2025, 6)).Referrals.Add(
            new("R-S1", "ann", "ann", RegionTold.Day("2025-05-21"), Referring: "RA2", Reason: "11"));

        Assert.Equal(1, region.Compute("2025-06").Value("K03", "appropriate", window: "R3"));
        Assert.NotNull(june);
    }

    [Fact]
    public void LostRecord_CountsNightsToTheEndOfItsMonthAndIsNeitherActiveNorEnded()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-05").Spell("S1", "ann", "2025-05-22", null, "10", "RA2");
        region.In("RA1", "2025-06").Patient("ann");

        var figures = region.Compute("2025-06");
        Assert.Equal(10, figures.Value("K04", window: "R3"));
        Assert.Equal(10, figures.Value("K13", "occupied", window: "R3"));
        Assert.Equal(0, figures.Value("K01"));
        Assert.Equal(0, figures.Value("K03", window: "R3"));
        Assert.Equal(0, figures.Value("K11", "spells", window: "R3"));
        Assert.Equal(0, figures.Value("K12", "people"));
        Assert.Equal(1, figures.Value("K02", window: "R3"));
        Assert.Equal(0, figures.Value("K04"));
    }

    [Fact]
    public void MonthMissingInBetween_ARecordSeenAfterIt_CountsItsNights()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-04").Spell("S1", "ann", "2025-04-21", null, "10", "RA2");
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-04-21", null, "10", "RA2");

        var figures = region.Compute("2025-06");
        Assert.Equal(10 + 31 + 30, figures.Value("K04", window: "R3"));
        Assert.Equal(0, region.Compute("2025-05").Value("K04"));
    }

    [Fact]
    public void LeaveDays_OfEveryMonthsRow_AreTakenOff()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-05").Spell("S1", "ann", "2025-05-01", leave: 3);
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-05-01", leave: 4);

        var figures = region.Compute("2025-06");
        Assert.Equal(26, figures.Value("K13", "less_leave"));
        Assert.Equal(61 - 7, figures.Value("K13", "less_leave", window: "R3"));
        Assert.Equal(61, figures.Value("K13", "occupied", window: "R3"));
    }

    [Theory]
    [InlineData("2024-03", false)]
    [InlineData("2024-07", true)] // R12 starts
    [InlineData("2025-06", true)]
    [InlineData("2025-08", true)] // two months ahead
    [InlineData("2025-09", false)]
    public void Reads_OfJune2025_AreItsWindowsAndTwoMonthsAhead(string month, bool read)
    {
        Assert.Equal(read, RegionRun.Reads(new(2025, 6), Month.Parse(month), Deployment.Reference));
    }

    [Fact]
    public void Reads_SinceAnEarlyBaseline_GoesBackToItAndReadsTheBaselineToo()
    {
        Assert.True(RegionRun.Reads(new(2027, 6), new(2025, 4), Deployment.Reference));
        Assert.True(RegionRun.Reads(new(2027, 6), new(2024, 4), Deployment.Reference));
        Assert.False(RegionRun.Reads(new(2027, 6), new(2024, 3), Deployment.Reference));
    }
}
