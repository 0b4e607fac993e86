namespace Homeward.Lake.Tests;

public sealed class LakePathTests
{
    [Theory]
    [InlineData("landing/RWR/2025-08/first/submission.csv")]
    [InlineData("curated/_versions/RWR/2025-08/a.b_c-d/00ff/ward_stays.parquet")]
    [InlineData("marts/kpi/period=2025-08/_run.json")]
    [InlineData("published/oaps_2025-08.csv")]
    public void TryParse_AllowedName_GivesItBack(string text)
    {
        Assert.True(LakePath.TryParse(text, out var path));
        Assert.Equal(text, path.ToString());
        Assert.Equal(text.Split('/')[^1], path.FileName);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("landing")]
    [InlineData("landing/")]
    [InlineData("elsewhere/a.csv")]
    [InlineData("LANDING/a.csv")]
    [InlineData("0/a.csv")]
    [InlineData("landing/../curated/a.csv")]
    [InlineData("landing/./a.csv")]
    [InlineData("landing//a.csv")]
    [InlineData("landing/a/")]
    [InlineData("/landing/a")]
    [InlineData("landing/%2e%2e/a.csv")]
    [InlineData("landing/..%2fa.csv")]
    [InlineData("landing/a\\..\\b.csv")]
    [InlineData("landing/a\0.csv")]
    [InlineData("landing/a\n")]
    [InlineData("landing/a b.csv")]
    [InlineData("landing/.hidden")]
    [InlineData("landing/a.")]
    [InlineData("landing/a:stream")]
    [InlineData("landing/C:/a")]
    [InlineData("landing/\u2024\u2024/a.csv")]
    [InlineData("landing/\uFF0E\uFF0E/a.csv")]
    [InlineData("landing/RW\u0420/a.csv")]
    [InlineData("landing/a\u2215b.csv")]
    [InlineData("landing/~/a")]
    [InlineData("landing/a?x=1")]
    [InlineData("landing/a#b")]
    public void TryParse_AnythingElse_IsNoPath(string? text) => Assert.False(LakePath.TryParse(text, out _));

    [Fact]
    public void TryParse_VeryLongName_IsNoPath()
    {
        Assert.True(LakePath.TryParse("landing/" + new string('a', 200), out _));
        Assert.False(LakePath.TryParse("landing/" + new string('a', 201), out _));
        Assert.False(LakePath.TryParse("landing/" + string.Join('/', Enumerable.Repeat("aaaaaaaaa", 100)), out _));
    }

    [Fact]
    public void Of_HostilePart_SaysWhichWithoutControlCharacters()
    {
        var e = Assert.Throws<FormatException>(() => LakePath.Of(Zone.Landing, "RWR", "..\u001b[2J", "x.csv"));
        Assert.Contains("landing", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', e.Message);
    }

    [Fact]
    public void Folder_HostilePart_IsRefused() =>
        Assert.Throws<FormatException>(() => LakeFolder.Of(Zone.Landing, "RWR", ".."));
}
