using Homeward.Columns;
using Homeward.Measures.Tests.Naive;
using Homeward.Measures.Tests.Suppression.Reader;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Suppression;

/// <summary>kpis.md §4: no suppressed value can be worked out from the rows of marts, by whatever adds up among them.</summary>
public class ReaderTests
{
    [Theory]
    [InlineData(1, 18)]
    [InlineData(2, 40)]
    [InlineData(4, 14)]
    public void SuppressedRows_OfAGeneratedRegion_CannotBeWorkedOut(int seed, int people) => Keeps(seed, people, Deployment.Reference, exactTotals: true);

    [Theory]
    [InlineData(5, 11)]
    public void SuppressedRows_UnderRoundedTotals_CannotBeWorkedOut(int seed, int people) =>
        Keeps(seed, people, Deployment.With(("settings.json", """{"exactTotals": false}""")), exactTotals: false);

    static void Keeps(int seed, int people, Homeward.Reference.ReferenceData reference, bool exactTotals)
    {
        var region = new GeneratedRegion(seed, new Month(2025, 1), new Month(2025, 6), people);
        var figures = new Figures(RegionRun.Compute(new(new Month(2025, 6), "run", [.. region.Months.Select(m => m.Curated())], [], reference)));
        var told = Figures.Read(figures.Table("marts/kpi")).Concat(Routes.Told(figures)).ToDictionary(row => row.Key, row => row.Value);
        var truth = figures.Exact.Concat(Routes.Truth(figures)).ToDictionary();

        var (all, tried) = Secrets.Of(new Knowledge(told, truth, exactTotals), told);
        var secrets = all.FindAll(key => truth[key] > 0); // where nobody is, nobody is told of

        Assert.True(
            secrets.Count == 0,
            $"seed {seed}: {secrets.Count} of {tried} can be worked out\n" + string.Join('\n', secrets.Take(20).Select(s => $"{s} = {truth[s]}")));
        Assert.True(tried > 500, $"only {tried} rows are suppressed");
    }
}
