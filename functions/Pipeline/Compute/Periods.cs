using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Measures;
using Homeward.Reference;

namespace Homeward.Pipeline.Compute;

/// <summary>Which periods there are, and which of them are behind the ledger.</summary>
public static class Periods
{
    /// <summary>Every month from the first to the last accepted (kpis.md §1).</summary>
    public static IReadOnlyList<Month> Of(IReadOnlyCollection<SubmissionRow> rows)
    {
        var accepted = rows.Where(row => row.State == LedgerState.Published).Select(row => row.Period).ToList();
        return accepted.Count == 0 ? [] : [.. Enumerable.Range(0, accepted.Max() - accepted.Min() + 1).Select(i => accepted.Min() + i)];
    }

    /// <summary>Periods whose figures read a month's submissions; those nearest to it first.</summary>
    public static IReadOnlyList<Month> TouchedBy(Month submission, IReadOnlyCollection<SubmissionRow> rows, ReferenceData reference) =>
        [.. Of(rows).Where(period => RegionRun.Reads(period, submission, reference)).OrderBy(period => Math.Abs(period - submission))];

    /// <summary>Periods whose figures could not be brought up to date five times; other submissions or reference data are a new attempt.</summary>
    public static IReadOnlyList<RunRow> Parked(IReadOnlyList<SubmissionRow> rows, IEnumerable<RunRow> runs, ReferenceData reference) =>
        [.. runs.Where(run => run.Failures > 0 && RunFailures.IsParked(run, PeriodInputs.From(rows, run.Period, reference).RunId))];

    /// <summary>Periods whose current run is not the one that the ledger's submissions and the reference data ask for.</summary>
    public static IReadOnlyList<Month> Behind(IReadOnlyList<SubmissionRow> rows, IEnumerable<RunRow> runs, ReferenceData reference)
    {
        var current = runs.ToDictionary(run => run.Period, run => run.RunId);
        return [.. Of(rows).Where(period => current.GetValueOrDefault(period) != PeriodInputs.From(rows, period, reference).RunId)];
    }
}
