using Homeward.Columns;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Naive;

/// <summary>Every exact figure equals the naive reference's, on generated regions.</summary>
public class NaiveComparisonTests
{
    static readonly string[] NotYet = ["K09", "K14", "K17", "K18", "K19", "K22", "K23", "K24", "K25", "K27", "K28", "K29", "K30"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Figures_OfAGeneratedRegion_EqualTheNaiveOnes(int seed)
    {
        var region = new GeneratedRegion(seed, new Month(2025, 1), new Month(2025, 6), people: 14);
        foreach (var period in (Month[])[new(2025, 6), new(2025, 4), new(2025, 2)])
        {
            var input = new RunInput(period, "run", [.. region.Months.Select(m => m.Curated())], [], Deployment.Reference);

            var computed = new Figures(RegionRun.Compute(input)).Exact.Where(f => !NotYet.Contains(f.Key.Measure)).ToDictionary();
            var naive = new NaiveEngine(Deployment.Reference, region.Months, period).Figures();

            Same(naive, computed, $"seed {seed}, {period}");
        }
    }

    static void Same(Dictionary<FigureKey, double> expected, Dictionary<FigureKey, double> actual, string where)
    {
        var differences = expected.Keys.Union(actual.Keys)
            .Select(key => (key, expected: Find(expected, key), actual: Find(actual, key)))
            .Where(row => row.expected is null || row.actual is null || Math.Abs(row.expected.Value - row.actual.Value) > 1e-9)
            .Select(row => $"{row.key}: expected {row.expected?.ToString() ?? "no row"}, computed {row.actual?.ToString() ?? "no row"}")
            .ToList();
        Assert.True(differences.Count == 0, $"{where}: {differences.Count} of {expected.Count} differ\n" + string.Join('\n', differences.Take(12)));
        Assert.True(expected.Count > 500, $"{where}: only {expected.Count} figures");
    }

    static double? Find(Dictionary<FigureKey, double> figures, FigureKey key) => figures.TryGetValue(key, out var value) ? value : null;
}
