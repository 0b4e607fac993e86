using System.Collections.Concurrent;

namespace Homeward.Synthetic.Tests.Naive;

/// <summary>Generated regions, each made once for all tests: nobody changes them.</summary>
static class Regions
{
    static readonly ConcurrentDictionary<(string Name, int Seed), Lazy<(SyntheticRegion Region, Lazy<IReadOnlyList<NaiveMonth>> Current)>> Made = new();

    public static SyntheticRegion Of(string name, int seed = 1) => Make(name, seed).Region;

    /// <summary>What stands of each provider's months.</summary>
    public static IReadOnlyList<NaiveMonth> Current(string name, int seed = 1) => Make(name, seed).Current.Value;

    static (SyntheticRegion Region, Lazy<IReadOnlyList<NaiveMonth>> Current) Make(string name, int seed) =>
        Made.GetOrAdd((name, seed), _ => new(() =>
        {
            var region = ScenarioCatalogue.Find(name)!.Generate(seed);
            return (region, new(() => NaiveMonth.Current(region)));
        })).Value;
}
