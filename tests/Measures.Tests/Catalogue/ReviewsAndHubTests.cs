using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Catalogue;

public class ReviewsAndHubTests
{
    [Theory]
    [InlineData("2025-06-03", 100)] // the 28 days to 30 June begin on the 3rd
    [InlineData("2025-06-02", 0)]
    [InlineData("2025-07-01", 0)] // after the period
    public void K28_ReviewInThe28DaysToThePeriodsEnd(string date, int percent)
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-05-11").Review("V1", "ann", date, oap: "RA2|O1");

        Assert.Equal(percent, region.Compute("2025-06").Value("K28", "pct_reviewed"));
    }

    [Fact]
    public void K28_ReviewToldInAMonthAhead_Counts()
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-05-11");
        region.In("RA2", "2025-08").Review("V1", "ann", "2025-06-20", oap: "RA2|O1");

        Assert.Equal(100, region.Compute("2025-06").Value("K28", "pct_reviewed"));
    }

    [Fact]
    public void K28_ReviewOfTheReceiversSpell_ByTheSender_Counts()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", null, "10", "RA2");
        region.In("RA2", "2025-06").Review("V1", "ann", "2025-06-20", spell: "RA1|S1");

        Assert.Equal(100, region.Compute("2025-06").Value("K28", "pct_reviewed"));
    }

    [Fact]
    public void K28_ReviewOfASpell_ByASenderWhoDoesNotKnowThePerson_Counts()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", null, "10", "RA2");
        region.In("RA2", "2025-06").Review("V1", "nobody", "2025-06-20", spell: "RA1|S1");

        Assert.Equal(100, region.Compute("2025-06").Value("K28", "pct_reviewed"));
    }

    [Fact]
    public void K28_Nights_HaveThePlacementsBreakdowns()
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-06-11", barrier: "FND");

        var figures = region.Compute("2025-06");
        Assert.Equal(20, figures.Value("K28", "nights", breakdown: "Sending Provider", level: "RA2"));
        Assert.Equal(20, figures.Value("K28", "nights", breakdown: "Sending Provider; Receiving Provider", level: "RA2", second: "X01"));
        Assert.Equal(20, figures.Value("K28", "nights", breakdown: "Bed Class", level: "200"));
    }

    [Fact]
    public void K28_PlansOverdueAndBarriers()
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06")
            .Oap("O1", "ann", "X01", "2025-06-11", planned: "2025-06-30", barrier: "FND")
            .Oap("O2", "bob", "X01", "2025-06-21", planned: "2025-07-01")
            .Oap("O3", "cat", "X01", "2025-06-21")
            .Review("V1", "ann", "2025-06-12", oap: "RA2|O1", next: "2025-06-20", barrier: "BED")
            .Review("V2", "bob", "2025-06-22", oap: "RA2|O2", next: "2025-06-23")
            .Review("V3", "bob", "2025-06-24", oap: "RA2|O2", next: "2025-07-24");

        var figures = region.Compute("2025-06");
        Assert.Equal(200 / 3.0, figures.Value("K28", "pct_planned")!.Value, 9);
        Assert.Equal(1, figures.Value("K28", "plan_passed"));
        Assert.Equal(1, figures.Value("K28", "overdue"));
        Assert.Equal(20, figures.Value("K28", "nights", breakdown: "Barrier", level: "BED"));
        Assert.Equal(20, figures.Value("K28", "nights", breakdown: "Barrier", level: "UNKNOWN"));
    }

    [Theory]
    [InlineData("2025-06-01", null, "2025-06-15", "CRAFT", 100)]
    [InlineData("2025-06-01", null, "2025-06-16", "CRAFT", 0)]
    [InlineData("2025-06-01", null, "2025-06-10", "CPA", 0)]
    [InlineData("2025-06-16", null, "2025-06-30", "CRAFT", 100)]
    [InlineData("2025-06-17", null, "2025-06-18", "CRAFT", null)] // its 14 days have not ended: it is July's
    [InlineData("2025-05-18", null, "2025-06-01", "CRAFT", 100)] // admitted in the month before: they ended on 1 June
    [InlineData("2025-05-17", null, "2025-05-20", "CRAFT", null)] // they ended on 31 May: it is May's
    [InlineData("2025-06-20", "2025-06-25", "2025-06-22", "CRAFT", 100)] // the discharge ended them
    [InlineData("2025-06-20", "2025-06-25", "2025-06-26", "CRAFT", 0)] // not of this stay
    public void K28_CraftReviewInTheFirst14Days(string admitted, string? discharged, string reviewed, string type, int? percent)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", admitted, discharged).Review("V1", "ann", reviewed, spell: "RA1|S1", type: type);

        Assert.Equal(percent, region.Compute("2025-06").Value("K28", "pct_craft"));
    }

    [Theory]
    [InlineData("2025-05")] // the month of the review
    [InlineData("2025-07")] // told late
    public void K28_CraftReviewToldInAnotherMonth_Counts(string told)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-05").Spell("S1", "ann", "2025-05-20");
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-05-20");
        region.In("RA1", told).Review("V1", "ann", "2025-05-25", spell: "RA1|S1", type: "CRAFT");

        Assert.Equal(100, region.Compute("2025-06").Value("K28", "pct_craft"));
    }

    [Fact]
    public void K27_FromReferrals_WhereNoRequestsAreSent()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06")
            .Spell("S1", "ann", "2025-06-11", received: "2025-06-05", outcome: "ADM", decided: "2025-06-07")
            .Spell("S2", "bob", "2025-06-10", received: "2025-06-05", outcome: "DIV", decided: "2025-06-08")
            .Spell("S3", "cat", "2025-06-10", received: "2025-05-31", outcome: "ADM");

        var figures = region.Compute("2025-06");
        Assert.Equal(2, figures.Value("K27", "received"));
        Assert.Equal(1, figures.Value("K27", "div"));
        Assert.Equal(50, figures.Value("K27", "pct_diverted"));
        Assert.Equal(2.5, figures.Value("K27", "median_decision"));
        Assert.Equal(5.5, figures.Value("K27", "median_admission"));
        Assert.Null(figures.Value("K27", "median_hours_to_bed"));
    }

    [Fact]
    public void K27_FromRequests_WhereAMemberSendsThem()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06")
            .Spell("S1", "ann", "2025-06-11", received: "2025-06-05", outcome: "ADM", decided: "2025-06-07")
            .Request("Q1", "ann", "2025-06-10 09:00", "ADM", "2025-06-11 09:00")
            .Offer("F1", "Q1", "RA201", "DEC", "2025-06-10 10:00", "ACU")
            .Offer("F2", "Q1", "RA101", "ACC", "2025-06-10 21:30")
            .Request("Q2", "bob", "2025-06-30 23:00", "PND");

        var figures = region.Compute("2025-06");
        Assert.Equal(2, figures.Value("K27", "received"));
        Assert.Equal(1, figures.Value("K27", "adm"));
        Assert.Equal(1, figures.Value("K27", "pnd"));
        Assert.Equal(0, figures.Value("K27", "pct_diverted"));
        Assert.Equal(1, figures.Value("K27", "median_decision"));
        Assert.Equal(1, figures.Value("K27", "median_admission"));
        Assert.Equal(12.5, figures.Value("K27", "median_hours_to_bed"));
        Assert.Equal(1, figures.Value("K27", "declined", breakdown: "Site", level: "RA201"));
        Assert.Equal(1, figures.Value("K27", "declined", breakdown: "Decline Reason", level: "ACU"));
    }
}
