using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Belonging;

/// <summary>kpis.md §2, "Two lenses". One spell from 11 June: whose is it?</summary>
public class LensTests
{
    [Theory]
    // provider · reason · sender · home · line · people lens · beds lens
    [InlineData("RA1", null, null, "QEE", "AAC", "EAST", "EAST")]
    [InlineData("RA1", null, null, "QWW", "AAC", "WEST", "EAST")] // a stranger in a member's bed
    [InlineData("RA1", null, null, "QZZ", "AAC", null, "EAST")] // a home that nobody answers for
    [InlineData("RA1", null, null, null, "AAC", "EAST", "EAST")] // home unknown, no placement: the submitter's
    [InlineData("X01", null, null, "QEE", "AAC", "EAST", null)] // our person in a non-member's bed
    [InlineData("X01", null, null, null, "AAC", null, null)]
    [InlineData("X01", "10", "RA1", "QZZ", "AAC", "EAST", null)] // the sender is a member
    [InlineData("RB1", "10", "RA1", "QWW", "AAC", "EAST", "WEST")] // … whatever the home
    [InlineData("RA1", "10", "X01", "QWW", "AAC", "WEST", "EAST")] // the sender is no member: the home's
    [InlineData("RA1", "10", "X01", "QZZ", "AAC", null, "EAST")] // … nor is the home anybody's: none
    [InlineData("RA1", "10", null, null, "AAC", null, "EAST")] // sender and home unknown, a placement: none
    [InlineData("RA1", null, null, "QWW", "ASE", null, null)] // a line that nobody answers for
    [InlineData("RB1", null, null, "QEE", "OAC", "EAST", null)] // WEST does not answer for older adults
    [InlineData("X01", "10", "RB1", "QEE", "OAC", null, null)] // the sender's collaborative does not answer for the line
    [InlineData("RA1", null, null, "QEE", null, "EAST", "EAST")] // unknown counts in
    [InlineData("X01", null, null, "QWW", null, "WEST", null)]
    public void Spell_BelongsToOneCollaborativePerLens(
        string provider, string? reason, string? sender, string? home, string? line, string? people, string? beds)
    {
        var region = new RegionTold();
        region.In(provider, "2025-06").Spell("S1", "ann", "2025-06-11", null, reason, sender, home, line: line);

        var figures = region.Compute("2025-06");
        foreach (var collaborative in (string[])["EAST", "WEST"])
        {
            Assert.Equal(collaborative == people ? 1 : 0, figures.Value("K12", "people", collaborative: collaborative));
            Assert.Equal(collaborative == people ? 20 : 0, figures.Value("K13", "occupied", collaborative: collaborative));
            Assert.Equal(collaborative == beds ? 1 : 0, figures.Value("K12", "spells", collaborative: collaborative, lens: "beds"));
            Assert.Equal(collaborative == beds ? 20 : 0, figures.Value("K13", "occupied", collaborative: collaborative, lens: "beds"));
            Assert.Equal(reason is not null && collaborative == people ? 1 : 0, figures.Value("K01", collaborative: collaborative));
        }

        Assert.Equal(people is null ? 0 : 1, figures.Programme("K12", "people"));
        Assert.Equal(beds is null ? 0 : 1, figures.Programme("K12", "people", lens: "beds"));
    }

    [Fact]
    public void SenderOnlyPlacement_IsAStayOfThePeopleLensOnly()
    {
        var region = new RegionTold();
        region.In("RA2", "2025-06").Oap("O1", "ann", "X01", "2025-06-11");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K12", "people"));
        Assert.Equal(1, figures.Value("K10", "spells"));
        Assert.Equal(20, figures.Value("K13", "occupied"));
        Assert.Equal(0, figures.Value("K12", "people", lens: "beds"));
        Assert.Equal(0, figures.Value("K13", "occupied", lens: "beds"));
    }

    [Fact]
    public void Membership_IsReadAtThePlacementsStart()
    {
        // RA2 became a member on 1 January 2024: who was sent before is judged by home.
        var region = new RegionTold();
        region.In("X01", "2025-06").Spell("S1", "ann", "2023-12-31", null, "10", "RA2", home: "QZZ").Spell("S2", "bob", "2024-01-01", null, "10", "RA2", home: "QZZ");

        Assert.Equal(1, region.Compute("2025-06").Value("K01"));
    }

    [Fact]
    public void ProviderRows_AreOfTheBedsLens_AndPersonBreakdownsOfThePeopleLens()
    {
        var region = new RegionTold();
        region.In("RA1", "2025-06").Spell("S1", "ann", "2025-06-11");

        var figures = region.Compute("2025-06");
        Assert.Equal(1, figures.Value("K12", "people", lens: "beds", breakdown: "Provider", level: "RA1"));
        Assert.Null(figures.Value("K12", "people", breakdown: "Provider", level: "RA1"));
        Assert.Equal(1, figures.Value("K12", "people", breakdown: "Gender", level: "2"));
        Assert.Null(figures.Value("K12", "people", lens: "beds", breakdown: "Gender", level: "2"));
    }
}
