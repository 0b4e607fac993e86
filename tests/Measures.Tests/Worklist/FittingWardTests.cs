using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Worklist;

/// <summary>kpis.md §6: free beds, and which of them fit a person.</summary>
public class FittingWardTests
{
    const string Sites = """
        site_code,org_code,name,easting,northing,postcode,from,to
        RA101,RA1,Ash House,500000,200000,,,
        RA102,RA1,Beech House,510000,200000,,,
        RA201,RA2,Cedar House,540000,230000,,,
        RB101,RB1,Dove House,400000,300000,,,
        X0101,X01,Elm House,,,,,
        """;

    /// <summary>Ann, a woman of QEE, lies in X01 on a bed of class 200; a ward of RA1 with 3 free beds fits her.</summary>
    static RegionTold Region(string? gender = "2", string bedClass = "200", string? theirSecurity = null, string? home = "QEE", string? sites = null)
    {
        var region = new RegionTold(Deployment.With(("sites.csv", sites ?? Sites)));
        region.In("X01", "2025-06").Patient("ann", gender: gender)
            .Spell("S1", "ann", "2025-06-11", reason: "10", sender: "RA1", bedClass: bedClass, home: home, ward: "FAR")
            .Ward("FAR", bedClass: bedClass, security: theirSecurity, open: 0);
        return region;
    }

    static Dictionary<string, string> Row(RegionTold region) => TableRows.Of(region.Compute("2025-06").Table("restricted/worklist"))[0];

    static bool Fits(RegionTold region) => Row(region)["bed_today"] == "yes";

    [Fact]
    public void Ward_ThatFits_IsNamedWithItsFreeBedsAndKmFromHome()
    {
        var region = Region();
        region.In("RA1", "2025-06").Patient("ann", easting: 530000, northing: 240000).Ward("OAK", open: 3, name: "Oak ward");

        var row = Row(region);
        Assert.Equal(
            ("yes", "RA1|OAK", "Oak ward", "RA101", "3", "50"),
            (row["bed_today"], row["ward_1"], row["ward_1_name"], row["ward_1_site"], row["ward_1_free"], row["ward_1_km"]));
    }

    [Fact]
    public void Free_IsOpenBedsLessStaysOpenAtThePeriodsEnd()
    {
        var region = Region();
        region.In("RA1", "2025-06").Ward("OAK", open: 3)
            .Spell("S2", "bob", "2025-06-01", ward: "OAK")
            .Spell("S3", "cat", "2025-06-01", "2025-06-30", ward: "OAK") // left on the last day: the bed is free
            .Spell("S4", "dan", "2025-06-01", ward: "ELM");
        region.In("RA1", "2025-05").Spell("S5", "eve", "2025-05-01", ward: "OAK"); // lost: nobody knows of her in June

        Assert.Equal("2", Row(region)["ward_1_free"]);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(null, false)] // OpenBeds was not sent
    public void Ward_WithoutAFreeBed_IsNotOffered(int? open, bool offered)
    {
        var region = Region();
        region.In("RA1", "2025-06").Ward("OAK", open: open);

        Assert.Equal(offered, Fits(region));
    }

    [Theory]
    [InlineData("RA1", "RA101", true)]
    [InlineData("RA2", "RA201", true)]
    [InlineData("X01", "RA101", false)] // in the flow, but no member's
    [InlineData("RB1", "RA101", false)] // a member of another collaborative
    public void Ward_OfAMemberOfThePersonsCollaborative_Fits(string provider, string site, bool fits)
    {
        var region = Region();
        region.In(provider, "2025-06").Ward("OAK", site: site);

        Assert.Equal(fits, Fits(region));
    }

    [Theory]
    [InlineData("200", "200", true)]
    [InlineData("200", "202", false)]
    [InlineData("206", "200", false)]
    public void Ward_OfTheSameBedClass_Fits(string theirs, string ward, bool fits)
    {
        var region = Region(bedClass: theirs);
        region.In("RA1", "2025-06").Ward("OAK", bedClass: ward, security: "3");

        Assert.Equal(fits, Fits(region));
    }

    [Theory]
    [InlineData("QEE", "RA101", true)]
    [InlineData("QEE", "RA102", false)] // listed for another service line only
    [InlineData("QWW", "RA101", false)]
    [InlineData(null, "RA101", false)] // home unknown: no flow
    public void Ward_InThePersonsFlow_Fits(string? home, string site, bool fits)
    {
        var region = Region(home: home);
        region.In("RA1", "2025-06").Ward("OAK", site: site);

        Assert.Equal(fits, Fits(region));
    }

    [Theory]
    [InlineData("2", "F", true)]
    [InlineData("2", "M", false)]
    [InlineData("1", "M", true)]
    [InlineData("1", "F", false)]
    [InlineData("1", "X", true)]
    [InlineData("2", "X", true)]
    [InlineData("3", "X", true)]
    [InlineData("3", "F", false)]
    [InlineData(null, "X", true)]
    [InlineData(null, "M", false)]
    [InlineData("2", null, false)] // the ward does not say whom it takes
    public void Ward_ForThePersonsSex_Fits(string? gender, string? sex, bool fits)
    {
        var region = Region(gender);
        region.In("RA1", "2025-06").Ward("OAK", sex: sex);

        Assert.Equal(fits, Fits(region));
    }

    [Theory]
    [InlineData("0", "0", true)]
    [InlineData("1", "0", false)]
    [InlineData("1", "1", true)]
    [InlineData("1", "2", true)]
    [InlineData("3", "2", false)]
    [InlineData("1", null, false)] // the ward does not say: it counts as none
    [InlineData(null, "0", true)] // theirs does not say, and the bed class is not a secure one
    public void Ward_NotLessSecure_Fits(string? theirs, string? ward, bool fits)
    {
        var region = Region(theirSecurity: theirs);
        region.In("RA1", "2025-06").Ward("OAK", security: ward);

        Assert.Equal(fits, Fits(region));
    }

    [Theory]
    [InlineData("206", "1")]
    [InlineData("207", "2")]
    [InlineData("208", "3")]
    [InlineData("303", "1")]
    [InlineData("304", "2")]
    [InlineData("306", "1")]
    [InlineData("307", "2")]
    [InlineData("200", "0")]
    public void Security_WhereTheWardDoesNotSay_IsTheBedClasss(string bedClass, string security) =>
        Assert.Equal(security, Row(Region(bedClass: bedClass))["security"]);

    [Fact]
    public void Wards_TheNearestThree_ThenByCode()
    {
        var region = Region();
        region.In("X01", "2025-06").Month.Patients[0] = region.In("X01", "2025-06").Month.Patients[0] with { Easting = 500000, Northing = 200000 };
        region.In("RA1", "2025-06").Ward("B").Ward("A").Ward("C");
        region.In("RA2", "2025-06").Ward("A");

        var row = Row(region);
        Assert.Equal(("RA1|A", "RA1|B", "RA1|C"), (row["ward_1"], row["ward_2"], row["ward_3"]));
        Assert.Equal("0", row["ward_1_km"]);
        region.Months.Single(m => m.Provider == "RA1").Wards.Clear();
        Assert.Equal(("RA2|A", "50"), (Row(region)["ward_1"], Row(region)["ward_1_km"]));
    }

    [Fact]
    public void People_WithABedTodayComeFirst_ThenByNights()
    {
        var region = new RegionTold();
        region.In("X01", "2025-06")
            .Spell("S1", "ann", "2025-06-01", reason: "10", sender: "RA1", bedClass: "201")
            .Spell("S2", "bob", "2025-06-11", reason: "10", sender: "RA1")
            .Spell("S3", "cat", "2025-06-10", reason: "10", sender: "RA1")
            .Spell("S4", "dan", "2025-05-10", reason: "10", sender: "RA1", bedClass: "201");
        region.In("RA1", "2025-06").Ward("OAK");

        Assert.Equal(
            ["cat", "bob", "dan", "ann"],
            TableRows.Of(region.Compute("2025-06").Table("restricted/worklist")).Select(row => row["person_id"]));
    }
}
