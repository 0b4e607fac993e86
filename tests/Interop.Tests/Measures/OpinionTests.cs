using System.Collections.Concurrent;
using Homeward.Columns;
using Homeward.Interop.Tests.Measures.Tangled;
using Homeward.Measures.Catalogue;
using Homeward.Synthetic;
using Homeward.Synthetic.Sized;

namespace Homeward.Interop.Tests.Measures;

/// <summary>Somebody else's arithmetic: every figure by SQL over curated files equals the engine's, to the last unit.</summary>
public class OpinionTests
{
    static readonly ConcurrentDictionary<int, Lazy<Task<(IReadOnlyList<string> Differences, IReadOnlyDictionary<(string, string), int> Compared)>>> judged = new();

    static readonly int[] seeds = [1, 2, 3];

    public static TheoryData<int> Seeds => [.. seeds];


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
    [MemberData(nameof(Seeds))]
    public async Task Figures_OfATangledRegion_EqualTheSqlOnes(int seed) => Same((await Tangled(seed)).Differences);

    /// <summary>Two empty tables are equal too: every split of every measure has figures, and not only zeros.</summary>
    [Fact]
    public async Task Figures_OfTangledRegions_AreOfEverySplit()
    {
        var compared = await Task.WhenAll(seeds.Select(Tangled));
        var few = from measure in MeasureCatalogue.All.Where(measure => measure.OwnMart is null)
                  from split in measure.Splits
                  let count = compared.Sum(c => c.Compared.GetValueOrDefault((measure.Id, split.Name)))
                  where count < 20
                  select $"{measure.Id} {split.Name}: {count}";
        Assert.Empty(few);
    }

    static async Task<(IReadOnlyList<string> Differences, IReadOnlyDictionary<(string, string), int> Compared)> Tangled(int seed) =>
        await judged.GetOrAdd(seed, _ => new(async () =>
        {
            var tangled = new TangledRegion(seed, new Month(2024, 10), new Month(2025, 6), people: 60);
            using var region = await ComputedRegion.Of(tangled.Write, new Month(2025, 4), new Month(2025, 3), new Month(2025, 6));
            using var opinion = new SqlOpinion(region);
            return (opinion.Differences, opinion.Compared);
        })).Value;

    static SyntheticRegion From(Month first, SyntheticRegion region) =>
        region with { Uploads = [.. region.Uploads.Where(upload => upload.Identity.Period >= first)] };

    static void Same(ComputedRegion region)
    {
        using var opinion = new SqlOpinion(region);
        Same(opinion.Differences);
    }

    static void Same(IReadOnlyList<string> differences) =>
        Assert.True(differences.Count == 0, $"{differences.Count} figures differ\n" + string.Join('\n', differences.Take(20)));
}
