using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Placements;

/// <summary>kpis.md §2: a receiver's and a sender's account of one placement. RA2 sends, RA1 receives, June 2025.</summary>
public class MatchingTests
{
    [Theory]
    // start and end at the receiver · start and end at the sender · placements counted
    [InlineData("2025-06-05", null, "2025-06-05", null, 1)]
    [InlineData("2025-06-05", "2025-06-06", "2025-06-12", "2025-06-20", 1)] // starts 7 days apart
    [InlineData("2025-06-05", "2025-06-06", "2025-06-13", "2025-06-20", 2)] // 8 days apart, dates do not meet
    [InlineData("2025-06-01", "2025-06-15", "2025-06-15", "2025-06-20", 1)] // 14 days apart, the 15th is in both
    [InlineData("2025-06-01", null, "2025-06-29", null, 1)] // both open
    public void Accounts_OfOnePersonSenderAndReceiver_AreOneWhereDatesAllow(
        string start, string? end, string sentStart, string? sentEnd, int placements)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", start, end, "10", "RA2");
        region.In("RA2", "2025-06").Oap("O1", "ann", "RA1", sentStart, sentEnd, site: "RA101");

        Assert.Equal(placements, region.Compute("2025-06").Value("K02"));
    }

    [Theory]
    [InlineData("bob", "RA2", "RA1")] // another person
    [InlineData("ann", "RB1", "RA1")] // the receiver names another sender
    [InlineData("ann", null, "RA1")] // the receiver names none: UNKNOWN agrees with nobody
    [InlineData("ann", "RA2", "X01")] // the sender names another receiver
    public void Accounts_ThatDisagree_AreTwo(string person, string? sender, string receiver)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", person, "2025-06-05", null, "10", sender);
        region.In("RA2", "2025-06").Oap("O1", "ann", receiver, "2025-06-05");

        Assert.Equal(2, Sources(region).Length);
    }

    [Fact]
    public void Sender_NamedByItsSite_CountsAsItsOrganisation()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-05", null, "10", "RA201");
        region.In("RA2", "2025-06").Oap("O1", "ann", "RA1", "2025-06-05", sender: "RA201", site: "RA101");

        Assert.Equal(["both"], Sources(region));
        Assert.Equal(1, region.Compute("2025-06").Value("K01", breakdown: "Sending Provider", level: "RA2"));
    }

    [Fact]
    public void Matching_TwoSpellsOneRow_TakesTheNearestStart()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-01", "2025-06-04", "10", "RA2").Spell("S2", "ann", "2025-06-06", null, "10", "RA2");
        region.In("RA2", "2025-06").Oap("O1", "ann", "RA1", "2025-06-05", site: "RA101", reason: "11");

        Assert.Equal(["receiver_only", "both"], Sources(region));
    }

    [Fact]
    public void Matching_StartsEquallyNear_TakesTheLesserReceiverKeyThenTheLesserSenderKey()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S2", "ann", "2025-06-03", "2025-06-04", "10", "RA2").Spell("S1", "ann", "2025-06-07", null, "10", "RA2");
        region.In("RA2", "2025-06").Oap("O2", "ann", "RA1", "2025-06-05", site: "RA101").Oap("O1", "ann", "RA1", "2025-06-05", site: "RA101");

        var rows = region.Compute("2025-06").Table("restricted/placements");
        Assert.Equal("RA1|S1", rows.Text("hosp_prov_spell_id")[0]);
        Assert.Equal("RA2|O1", rows.Text("oap_id")[0]);
        Assert.Equal("RA1|S2", rows.Text("hosp_prov_spell_id")[1]);
        Assert.Equal("RA2|O2", rows.Text("oap_id")[1]);
    }

    [Theory]
    // receiver's reason · sender's reason · class counted
    [InlineData("10", "11", "inappropriate")]
    [InlineData("14", "10", "appropriate")]
    [InlineData("99", "10", "inappropriate")]
    [InlineData("77", "15", "appropriate")] // not in the list
    [InlineData("99", "99", "unknown")]
    [InlineData("99", null, "unknown")]
    public void Reason_BlankUnknownOrInvalidAtTheReceiver_IsTheSenders(string receiver, string? sender, string expected)
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-05", null, receiver, "RA2");
        if (sender is not null)
        {
            region.In("RA2", "2025-06").Oap("O1", "ann", "RA1", "2025-06-05", reason: sender, site: "RA101");
        }

        var figures = region.Compute("2025-06");
        foreach (var split in (string[])["inappropriate", "appropriate", "unknown"])
        {
            Assert.Equal(split == expected ? 1 : 0, figures.Value("K01", split));
        }
    }

    [Fact]
    public void Both_ReceiverLastSeenEarlier_ItsDatesStand()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-05").Spell("S1", "ann", "2025-05-11", null, "10", "RA2");
        region.In("RA2", "2025-06").Oap("O1", "ann", "RA1", "2025-05-10", site: "RA101");

        var figures = region.Compute("2025-06");
        Assert.Equal(21, figures.Value("K04", window: "R3")); // 11 to 31 May, as the receiver told
        Assert.Equal(30, figures.Value("K04")); // June reads the sender's row only
        Assert.Equal(1, figures.Value("K01"));
    }

    [Fact]
    public void SpellOnAReferralWithoutAReason_IsNoPlacement()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-05");

        var figures = region.Compute("2025-06");
        Assert.Equal(0, figures.Value("K01"));
        Assert.Equal(1, figures.Value("K12", "people"));
    }

    static string[] Sources(RegionTold region)
    {
        var table = region.Compute("2025-06").Table("restricted/placements");
        return [.. Enumerable.Range(0, table.RowCount).Where(row => table.Text("window")[row] == "M").Select(row => table.Text("source")[row]!)];
    }
}
