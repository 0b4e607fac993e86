using Homeward.Columns;
using Homeward.Measures.Findings;
using Homeward.Measures.National;
using Homeward.Measures.Outputs;
using Homeward.Measures.Quality;
using Homeward.Measures.Stories;
using Homeward.Measures.Suppression;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;
using Homeward.Measures.Worklist;
using Homeward.Reference;

namespace Homeward.Measures;

/// <summary>What one run reads.</summary>
/// <param name="RunId">kpis.md §6; stamped on every row.</param>
/// <param name="Months">Accepted months, at most one per provider and month; those outside the run's reach are passed over.</param>
/// <param name="Judged">Every judged submission.</param>
public sealed record RunInput(
    Month Period,
    string RunId,
    IReadOnlyList<ProviderMonth> Months,
    IReadOnlyList<JudgedSubmission> Judged,
    ReferenceData Reference)
{
    /// <summary>What judging found of the period's current submissions.</summary>
    public IReadOnlyList<SubmissionQuality> Quality { get; init; } = [];
}

/// <summary>One file that a run makes.</summary>
/// <param name="Path">Lake path without the run's own folder, such as <c>marts/kpi/period=2025-08/data.parquet</c>.</param>
/// <param name="Table">Its rows, where it is Parquet; else null.</param>
/// <param name="Bytes">Its bytes, where it is not.</param>
public sealed record MartFile(string Path, Table? Table, byte[]? Bytes = null);

/// <summary>Computes every measure of one period, for every collaborative and the programme.</summary>
public static class RegionRun
{
    /// <summary>Months after the period that some measures look at.</summary>
    const int Ahead = 2;

    /// <summary>The months whose submissions a period's run reads, given the months there are (kpis.md §1).</summary>
    public static bool Reads(Month period, Month submission, ReferenceData reference) =>
        (WindowNames.Earliest(period, reference.Collaboratives) <= submission && submission <= period + Ahead)
        || reference.Collaboratives.Any(c => c.BaselineFrom <= submission && submission <= c.BaselineTo && c.BaselineTo < period);

    /// <summary>All files of kpis.md §6 that belong to the period. The same input gives the same rows in the same order.</summary>
    public static IReadOnlyList<MartFile> Compute(RunInput input, CancellationToken cancel = default)
    {
        var reference = input.Reference;
        var ready = ReadyRegion.Of(input, cancel);
        var (region, layout, windows, facts) = (ready.Region, ready.Layout, ready.Windows, ready.Facts);
        var lists = new RegionLists();
        var tally = ready.Loop.Count(layout, lists, cancel);
        facts.Count(windows, tally);

        var texts = new LevelTexts(reference, region, input.Period);
        return SideBySide(
            cancel,
            () => Figures(input, ready, tally, texts, cancel),
            () => [WorklistTable.Of(input, facts, lists.Worklist, texts)],
            () => [StaysFile.Of(input, region, lists.Stays)],
            () => [JourneysFile.Of(input, region, lists.Journeys)],
            () => [PlacementsFile.Of(input, region, lists.Placements)],
            () => [new FindingsFile(input, region).Of(lists.Findings)],
            () => [NationalFile.Of(input, new NationalReferrals(region, facts.Memberships, windows).Count(), windows, texts)],
            () => QualityFile.Of(input, facts.Months, windows),
            () => [CoverageFile.Of(input, facts.Months)]);
    }

    static IReadOnlyList<MartFile> Figures(RunInput input, ReadyRegion ready, Totals tally, LevelTexts texts, CancellationToken cancel)
    {
        var layout = ready.Layout;
        var coverage = new Coverage(ready.Facts.Months, input.Reference.Collaboratives, ready.Windows);
        var table = new KpiTable(input, ready.Windows, layout, texts, coverage);
        var rows = table.Sort(KpiRows.All(tally, ready.Windows, cancel));
        var published = Publication.Of(rows, layout, tally.Programme, input.Reference.Settings.ExactTotals, cancel);
        var routes = Array.ConvertAll(rows, row => layout[row.Cell].Breakdown == Breakdown.Route);
        return
        [
            new($"restricted/kpi/period={input.Period}/data.parquet", table.Exact([.. rows.Where((_, row) => !routes[row])])),
            new($"marts/kpi/period={input.Period}/data.parquet", Published(table.Published, row => !routes[row])),
            new($"marts/oap_flow/period={input.Period}/data.parquet", Published(table.Flow, row => routes[row])),
        ];

        Table Published(Func<KpiRow[], double?[], Table> make, Func<int, bool> chosen)
        {
            int[] told = [.. Enumerable.Range(0, rows.Length).Where(row => chosen(row) && !published.LeftOut[row])];
            return make(Array.ConvertAll(told, row => rows[row]), Array.ConvertAll(told, row => published.Values[row]));
        }
    }

    /// <summary>What each makes, in their order; they work at the same time.</summary>
    static IReadOnlyList<MartFile> SideBySide(CancellationToken cancel, params Func<IReadOnlyList<MartFile>>[] makers)
    {
        var made = new IReadOnlyList<MartFile>[makers.Length];
        Parallel.For(
            0,
            makers.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
            i => made[i] = makers[i]());
        return [.. made.SelectMany(files => files)];
    }
}
