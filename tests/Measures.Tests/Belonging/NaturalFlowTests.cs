using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Belonging;

/// <summary>reference.md, "In flow", as K20 and K21 tell it. Stays from 11 June, 20 nights each.</summary>
public class NaturalFlowTests
{
    [Theory]
    // provider · site · home · line · in, out or unknown
    [InlineData("RA1", "RA101", "QEE", "AAC", "in")]
    [InlineData("RA1", "RA102", "QEE", "AAC", "out")] // a member's site that is not listed
    [InlineData("RA1", "RA102", "QEE", "CYP", "in")] // listed for another line
    [InlineData("X01", "X0101", "QEE", "AAC", "out")]
    [InlineData("RA1", "RA101", null, "AAC", "unknown")]
    [InlineData("RA1", "RA102", "QEE", null, "in")] // line unknown: local for any line
    public void Stay_LiesInOrOutOfFlow(string provider, string site, string? home, string? line, string flow)
    {
        var region = new RegionTold();
        region.In(provider, "2025-06").Spell("S1", "ann", "2025-06-11", home: home, site: site, line: line);

        var figures = region.Compute("2025-06");
        foreach (var any in (string[])["in", "out", "unknown"])
        {
            Assert.Equal(any == flow ? 1 : 0, figures.Value("K20", $"people_{any}"));
            Assert.Equal(any == flow ? 20 : 0, figures.Value("K20", $"nights_{any}"));
        }

        Assert.Equal(flow == "out" ? 1 : 0, figures.Value("K21", "people"));
        Assert.Equal(flow == "out" ? 20 : 0, figures.Value("K21", "nights"));
        Assert.Equal(flow switch { "in" => 0, "out" => 100, _ => null }, figures.Value("K20", "pct_out"));
    }

    [Fact]
    public void Person_BothInAndOut_CountsAsOutWhereBothAreSeen()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-11");
        region.In("RA2", "2025-06").Spell("S2", "ann", "2025-06-11", line: "OAC");

        var figures = region.Compute("2025-06");
        Assert.Equal(0, figures.Value("K20", "people_in"));
        Assert.Equal(1, figures.Value("K20", "people_out"));
        Assert.Equal(50, figures.Value("K20", "pct_out"));
        // Each service line sees one of the two stays.
        Assert.Equal(1, figures.Value("K20", "people_in", breakdown: "Service Line", level: "AAC"));
        Assert.Equal(1, figures.Value("K20", "people_out", breakdown: "Service Line", level: "OAC"));
    }

    [Fact]
    public void Inbound_ArePeopleOfNoOrAnotherCollaborativeInMembersBeds()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06")
            .Spell("S1", "ann", "2025-06-11")
            .Spell("S2", "bob", "2025-06-11", home: "QWW")
            .Spell("S3", "cat", "2025-06-21", home: "QZZ");

        var figures = region.Compute("2025-06");
        Assert.Equal(2, figures.Value("K20", "people_inbound", lens: "beds"));
        Assert.Equal(30, figures.Value("K20", "nights_inbound", lens: "beds"));
        Assert.Null(figures.Value("K20", "people_inbound"));
    }

    [Fact]
    public void OutOfAreaPeople_AreNeverMoreThanInpatients()
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-06-11").Spell("S1", "bob", "2025-06-11", line: "OAC");

        var figures = region.Compute("2025-06");
        Assert.Equal(2, figures.Value("K21", "people"));
        Assert.Equal(2, figures.Value("K12", "people"));
    }
}
