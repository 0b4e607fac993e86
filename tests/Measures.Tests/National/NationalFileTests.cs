using System.Text;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.National;

/// <summary>domain.md §3: OAP01 to OAP04 by the national rules, where they differ from the collaborative's own.</summary>
public class NationalFileTests
{
    const string Header =
        "REPORTING_PERIOD_START,REPORTING_PERIOD_END,STATUS,BREAKDOWN,PRIMARY_LEVEL,PRIMARY_LEVEL_DESCRIPTION,"
        + "SECONDARY_LEVEL,SECONDARY_LEVEL_DESCRIPTION,MEASURE_ID,MEASURE_NAME,MEASURE_VALUE";

    [Fact]
    public void NationalFile_HasTheElevenColumns()
    {
        Assert.Equal(Header, Lines(new RegionTold())[0]);
    }

    [Fact]
    public void OAP01_SevenReferralsReceived_RoundsToFive()
    {
        var region = new RegionTold();
        Tell(region, 7, "2025-06-10", null);

        Assert.Equal("5", Value(region, "OAP01", "2025-06-01"));
        Assert.Equal("5", Value(region, "OAP03", "2025-06-01"));
        Assert.Equal("*", Value(region, "OAP04", "2025-06-01"));
    }

    [Fact]
    public void OAP01_FourReferrals_IsAStar()
    {
        var region = new RegionTold();
        Tell(region, 4, "2025-06-10", null);

        Assert.Equal("*", Value(region, "OAP01", "2025-06-01"));
    }

    [Fact]
    public void OAP02_ReferralReceivedAfterTheSpellBegan_CountsTheMonthFromTheSpellAndTheQuarterFromTheReferral()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", reason: "10", sender: "RA2", received: "2025-06-21");

        // 30 nights from the spell's start; 10 from the referral's receipt.
        Assert.Equal("30", Value(region, "OAP02", "2025-06-01"));
        Assert.Equal("10", Value(region, "OAP02", "2025-04-01"));
    }

    [Fact]
    public void OAP01a_StartBedStillOpen_IsNotCounted()
    {
        var region = new RegionTold();
        Tell(region, 5, "2025-06-10", null);

        Assert.Equal("5", Value(region, "OAP01", "2025-06-01"));
        Assert.Equal("*", Value(region, "OAP01a", "2025-06-01"));
        Assert.Equal("5", Value(region, "OAP03a", "2025-06-01"));
    }

    [Fact]
    public void OAP04_EndedPlacements_CountByTheReferralsEnd()
    {
        var region = new RegionTold();
        Tell(region, 8, "2025-06-10", "2025-06-20");

        Assert.Equal("10", Value(region, "OAP04", "2025-06-01"));
        Assert.Equal("10", Value(region, "OAP04a", "2025-06-01"));
        Assert.Equal("80", Value(region, "OAP02", "2025-06-01"));
    }

    [Fact]
    public void NationalFile_AppropriatePlacements_AreNotInIt()
    {
        var region = new RegionTold();
        Tell(region, 9, "2025-06-10", null, reason: "11");

        Assert.Single(Lines(region));
    }

    static void Tell(RegionTold region, int people, string start, string? end, string reason = "10")
    {
        for (var i = 0; i < people; i++)
        {
            region.In("RA1", "2025-06").Spell($"S{i}", $"person{i}", start, end, reason, sender: "RA2");
        }
    }

    static string[] Lines(RegionTold region)
    {
        var file = region.Compute("2025-06").Files.Single(f => f.Path == "published/oaps_2025-06.csv");
        return Encoding.UTF8.GetString(file.Bytes!).TrimEnd('\n').Split('\n');
    }

    /// <summary>By Sending Provider RA2.</summary>
    static string Value(RegionTold region, string measure, string start) =>
        Lines(region).Single(line => line.StartsWith($"{start},2025-06-30,Provisional,Sending Provider,RA2,Second Trust,NONE,NONE,{measure},", StringComparison.Ordinal))
            .Split(',')[^1];
}
