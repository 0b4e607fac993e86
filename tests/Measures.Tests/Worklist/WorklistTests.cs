using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Worklist;

/// <summary>kpis.md §6: who is on the worklist, and what each column says.</summary>
public class WorklistTests
{
    static List<Dictionary<string, string>> Rows(RegionTold region, string period = "2025-06") =>
        TableRows.Of(region.Compute(period).Table("restricted/worklist"));

    static Dictionary<string, string> Row(RegionTold region) => Assert.Single(Rows(region));

    [Fact]
    public void Placement_ToldByBoth_SaysWhatEitherSideKnows()
    {
        var region = new RegionTold();
        region.In("X01", "2025-06")
            .Patient("ann", age: 34, gender: "2", local: "far-7")
            .Spell("S1", "ann", "2025-06-11", reason: "10", sender: "RA1", distance: 120, estimated: "2025-08-01", legal: "02")
            .Ready("C1", "S1", "2025-06-25");
        region.In("RA1", "2025-06")
            .Patient("ann", local: "near-3")
            .Oap("O1", "ann", "X01", "2025-06-10", rate: 650.50m, planned: "2025-07-20", barrier: "BED")
            .Review("V1", "ann", "2025-06-12", oap: "RA1|O1", next: "2025-06-26");

        var row = Row(region);
        (string, string)[] expected =
        [
            ("reporting_period_end", "2025-06-30"), ("owner", "RA1"), ("collaborative", "EAST"), ("kind", "placement"), ("person_id", "ann"),
            ("sender_patient", "RA1|near-3"), ("receiver_patient", "X01|far-7"), ("sending_provider", "RA1"), ("receiving_provider", "X01"),
            ("receiving_provider_name", "Faraway Care"), ("site", "X0101"), ("class", "inappropriate"), ("oat_reason", "10"),
            ("service_line", "AAC"), ("bed_class", "200"), ("security", "0"), ("sex", "2"), ("age", "34"), ("legal_status", "02"),
            ("home_icb", "QEE"), ("start_date", "2025-06-11"), ("nights", "20"), ("distance_km", "120"), ("cost_per_day", "650.5"),
            ("cost_to_date", "13010"), ("last_review", "2025-06-12"), ("next_review", "2025-06-26"), ("review_overdue", "yes"),
            ("reviewed_in_time", "yes"), ("ready_since", "2025-06-25"), ("estimated_discharge", "2025-08-01"), ("planned_return", "2025-07-20"),
            ("barrier", "BED"), ("bed_today", "no"), ("ward_1", ""), ("run_id", "run"),
        ];
        Assert.All(expected, column => Assert.Equal((column.Item1, column.Item2), (column.Item1, row[column.Item1])));
    }

    [Fact]
    public void Placement_ToldByTheReceiverOnly_HasTheSendersOwnIdToo()
    {
        var region = new RegionTold();
        region.In("X01", "2025-06").Patient("ann", local: "far-7").Spell("S1", "ann", "2025-06-11", reason: "11", sender: "RA1");
        region.In("RA1", "2025-06").Patient("bob", local: "near-1").Patient("ann", local: "near-3");

        var row = Row(region);
        Assert.Equal(("RA1|near-3", "X01|far-7", "appropriate"), (row["sender_patient"], row["receiver_patient"], row["class"]));
    }

    [Fact]
    public void Placement_ToldByTheSenderOnly_HasTheRowsClassSiteAndDistance()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Oap("O1", "ann", "X01", "2025-05-31", reason: "99", bedClass: "207", line: "AAC", distance: 88);

        var row = Row(region);
        Assert.Equal(("RA1|ann", "", "unknown"), (row["sender_patient"], row["receiver_patient"], row["class"]));
        Assert.Equal(("X0101", "207", "2", "88", "31"), (row["site"], row["bed_class"], row["security"], row["distance_km"], row["nights"]));
    }

    [Theory]
    [InlineData("2025-06-30", null, true)]
    [InlineData("2025-06-11", "2025-06-30", false)] // ended: nobody to bring home
    public void Placement_ActiveAtThePeriodsEnd_IsListed(string start, string? end, bool listed)
    {
        var region = new RegionTold();
        region.In("X01", "2025-06").Spell("S1", "ann", start, end, "10", "RA1");

        Assert.Equal(listed, Rows(region).Count == 1);
    }

    [Fact]
    public void OpenStayOutOfFlow_NobodyLabelled_IsUnlabelled_OnTheLeadsList()
    {
        var region = new RegionTold();
        region.In("X01", "2025-06").Spell("S1", "ann", "2025-06-11").Review("V1", "ann", "2025-05-20", spell: "X01|S1");
        region.In("RA2", "2025-06").Spell("S2", "bob", "2025-06-01"); // in flow
        region.In("RA1", "2025-06").Spell("S3", "cat", "2025-06-01", home: "QZZ"); // of no collaborative
        region.In("X01", "2025-06").Spell("S4", "dan", "2025-06-01", "2025-06-20"); // gone

        var row = Row(region);
        Assert.Equal(("ann", "unlabelled", "RA1", ""), (row["person_id"], row["kind"], row["owner"], row["class"]));
        Assert.Equal(("", "X01|ann", "2025-05-20", "no"), (row["sender_patient"], row["receiver_patient"], row["last_review"], row["reviewed_in_time"]));
    }

    [Fact]
    public void Unlabelled_CountsNightsSinceItIsOutOfFlow()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", stay: false)
            .Stay("W1", "S1", "2025-06-01", "2025-06-10")
            .Stay("W2", "S1", "2025-06-10", "2025-06-20", site: "RA102")
            .Stay("W3", "S1", "2025-06-20", site: "RA102");

        Assert.Equal(("2025-06-10", "21"), (Row(region)["start_date"], Row(region)["nights"]));
    }

    [Fact]
    public void SpellWithoutAReason_ThatItsSenderLists_IsOneEntryWithBothIds()
    {
        var region = new RegionTold();
        region.In("X01", "2025-06").Patient("ann", local: "far-7").Spell("S1", "ann", "2025-06-11", legal: "02");
        region.In("RA1", "2025-06").Patient("ann", local: "near-3").Oap("O1", "ann", "X01", "2025-06-10");

        var row = Row(region);
        Assert.Equal(("placement", "RA1|near-3", "X01|far-7", "02"), (row["kind"], row["sender_patient"], row["receiver_patient"], row["legal_status"]));
    }

    [Fact]
    public void PlacementEndedByALaterOne_IsListedOnce()
    {
        var region = new RegionTold();
        region.In("X01", "2025-06").Spell("S1", "ann", "2025-06-01", reason: "10", sender: "RA1");
        region.In("RB1", "2025-06").Spell("S2", "ann", "2025-06-11", reason: "10", sender: "RA1");

        Assert.Equal("RB1", Row(region)["receiving_provider"]);
    }

    [Theory]
    [InlineData("RA2", "RA2")] // a member has its own list
    [InlineData("ZZZ", "RA1")] // another sender's people are on the list of their collaborative's lead
    [InlineData(null, "RA1")]
    public void Owner_IsTheSender_ElseTheLead(string? sender, string owner)
    {
        var region = new RegionTold();
        region.In("X01", "2025-06").Spell("S1", "ann", "2025-06-11", reason: "10", sender: sender);

        Assert.Equal(owner, Row(region)["owner"]);
    }

    [Theory]
    [InlineData("2025-06-30", null, "yes", "no")] // due on the last day
    [InlineData("2025-07-01", null, "no", "no")]
    [InlineData(null, "2025-06-03", "no", "yes")] // the 28 days to 30 June begin on the 3rd
    [InlineData(null, "2025-06-02", "no", "no")]
    public void Reviews_OverdueAndInTime(string? next, string? held, string overdue, string inTime)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Oap("O1", "ann", "X01", "2025-01-11").Review("V1", "ann", held ?? "2025-05-01", oap: "RA1|O1", next: next);

        Assert.Equal((overdue, inTime), (Row(region)["review_overdue"], Row(region)["reviewed_in_time"]));
    }

    [Theory]
    [InlineData(null, null, "", "")] // nobody says
    [InlineData(600, null, "600", "24600")] // 41 nights
    [InlineData(null, 6000, "200", "8200")] // by June's 30 nights; May's 11 are not billed yet
    [InlineData(600, 6000, "600", "12600")]
    public void Cost_PerDayAndToDate(int? rate, int? spentInJune, string perDay, string toDate)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-05").Oap("O1", "ann", "X01", "2025-05-21", rate: rate);
        var june = region.In("RA1", "2025-06").Oap("O1", "ann", "X01", "2025-05-21", rate: rate);
        if (spentInJune is { } pounds)
        {
            june.Spend("X01", pounds, "OAP", oap: "RA1|O1");
        }

        Assert.Equal((perDay, toDate), (Row(region)["cost_per_day"], Row(region)["cost_to_date"]));
    }
}
