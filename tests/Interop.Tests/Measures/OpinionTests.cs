using Homeward.Columns;
using Homeward.Interop.Tests.Measures.Tangled;
using Homeward.Synthetic;
using Homeward.Synthetic.Sized;

namespace Homeward.Interop.Tests.Measures;

/// <summary>Somebody else's arithmetic: every figure by SQL over curated files equals the engine's, to the last unit.</summary>
public class OpinionTests
{
    static readonly string[] Measures =
        ["K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08", "K10", "K11", "K12", "K13", "K15", "K16", "K20", "K21"];

    [Fact]
    public async Task Figures_OfEastOfEngland_EqualTheSqlOnes()
    {
        using var region = await ComputedRegion.Of(
            folder => SyntheticWriter.Write(From(new Month(2024, 6), ScenarioCatalogue.Find("east-of-england")!.Generate(1)), folder),
            new Month(2025, 8), new Month(2025, 3));
        Same(region);
    }

    [Theory]
    [InlineData(1, 12, 5, 40)]
    [InlineData(2, 3, 15, 30)]
    public async Task Figures_OfARegionOfSomeSize_EqualTheSqlOnes(int seed, int providers, int months, int rows)
    {
        var request = new SizedRequest(providers, months, rows, seed);
        using var region = await ComputedRegion.Of(folder => SizedWriter.Write(request, folder), request.Last, request.Last - 1);
        Same(region);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Figures_OfATangledRegion_EqualTheSqlOnes(int seed)
    {
        var tangled = new TangledRegion(seed, new Month(2024, 10), new Month(2025, 6), people: 60);
        using var region = await ComputedRegion.Of(tangled.Write, new Month(2025, 4), new Month(2025, 3), new Month(2025, 6));
        Same(region);
    }

    static SyntheticRegion From(Month first, SyntheticRegion region) =>
        region with { Uploads = [.. region.Uploads.Where(upload => upload.Identity.Period >= first)] };

    static void Same(ComputedRegion region)
    {
        using var opinion = new SqlOpinion(region);
        var differences = opinion.Differences;
        Assert.True(differences.Count == 0, $"{differences.Count} figures differ\n" + string.Join('\n', differences.Take(20)));
        Assert.All(
            Measures,
            measure => Assert.True(opinion.Compared.GetValueOrDefault(measure) > 50, $"{measure}: {opinion.Compared.GetValueOrDefault(measure)} figures compared"));
    }
}
