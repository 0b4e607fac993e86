using System.Globalization;
using Homeward.Cli.Terminals;
using Homeward.Lake.Ledger;
using Homeward.Pipeline;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Summarise;
using Homeward.Submissions.Rules;

namespace Homeward.Cli.Runs;

/// <summary>What a run did, for a person or a machine.</summary>
/// <param name="PassedOver">What lay in the landing folder and is no upload.</param>
/// <param name="Notes">What the reference data's reader passed over.</param>
sealed record RunSummary(string Lake, IReadOnlyList<string> PassedOver, IReadOnlyList<string> Notes, RunReport Report)
{
    /// <summary>Something that was sent could not be judged.</summary>
    public bool Unjudged => Report.Ingested.Any(result => result.Outcome == IngestOutcome.Busy || result.Row.State == LedgerState.Parked);

    public int Count(LedgerState state) => Report.Ingested.Count(result => result.Row.State == state);

    public object Document() => new
    {
        lake = Lake,
        accepted = Count(LedgerState.Published),
        rejected = Count(LedgerState.Rejected),
        unchanged = Count(LedgerState.Unchanged),
        parked = Count(LedgerState.Parked),
        judgedNow = Report.Ingested.Count(result => result.Outcome == IngestOutcome.Judged),
        periodsComputed = Report.Computed.Where(result => result.Computed).Select(result => result.Period.ToString()),
        periodsUpToDate = Report.Computed.Where(result => !result.Computed).Select(result => result.Period.ToString()),
        summary = Report.Summary is { } summary ? new { outcome = summary.Outcome, runId = summary.RunId, behind = summary.Behind.Select(period => period.ToString()) } : null,
        submissions = Report.Ingested.Select(result => new
        {
            submissionId = result.Row.Id,
            state = result.Row.State,
            outcome = result.Outcome,
            received = result.Row.Received,
            rows = result.Row.Tables.Values.Sum(table => (long)table.Read),
            rowsRejected = result.Row.Tables.Values.Sum(table => (long)table.Rejected),
            rules = result.Rules,
            packageProblem = result.PackageFault?.Problem,
            newerUpload = result.NewerUpload,
            lateFiles = result.LateFiles,
        }),
        passedOver = PassedOver,
        notes = Notes,
    };

    public void Print(Terminal terminal)
    {
        var to = terminal.Out;
        var rows = Report.Ingested.Sum(result => result.Row.Tables.Values.Sum(table => (long)table.Read));
        to.WriteLine(Text($"{Counted.Of(Count(LedgerState.Published), "submission")} accepted, {Count(LedgerState.Rejected):N0} rejected, {Count(LedgerState.Unchanged):N0} unchanged; {Counted.Of(rows, "row")}."));
        Lines(to, "Rejected", Report.Ingested.Where(result => result.Row.State == LedgerState.Rejected).Select(result => $"{result.Row.Id}: {Reasons(result)}"));
        Lines(to, "Accepted, but a newer upload stands and is the one that counts", Report.Ingested
            .Where(result => result.Row.State == LedgerState.Published && result.NewerUpload is not null).Select(result => $"{result.Row.Id}: {result.NewerUpload} was received later"));
        Lines(to, "Parked after repeated failures", Report.Ingested.Where(result => result.Row.State == LedgerState.Parked).Select(result => $"{result.Row.Id}: {result.Row.Problem}"));
        Lines(to, "Files that came too late and were not read (SUB010)", Report.Ingested.Where(result => result.LateFiles.Count > 0)
            .Select(result => $"{result.Row.Id}: {string.Join(", ", result.LateFiles)}; send everything again under a new upload name"));
        Lines(to, "Held by another process", Report.Ingested.Where(result => result.Outcome == IngestOutcome.Busy).Select(result => result.Row.Id));
        Lines(to, "Passed over", PassedOver);
        Lines(to, "Reference data", Notes);
        var computed = Report.Computed.Count(result => result.Computed);
        to.WriteLine(Text($"{Counted.Of(computed, "month")} computed, {Report.Computed.Count - computed:N0} up to date. The lake: {Lake}"));
        if (Report.Summary is { Outcome: SummariseOutcome.Waiting } waiting)
        {
            to.WriteLine(Text($"Comparison with the baseline, process limits and worklists wait for what is behind ({Counted.Of(waiting.Behind.Count, "month")}): run without --period."));
        }
    }

    static void Lines(TextWriter to, string title, IEnumerable<string> lines)
    {
        const int Shown = 10;
        var all = lines.ToList();
        if (all.Count > 0)
        {
            to.WriteLine($"{title}:");
        }

        foreach (var line in all.Take(Shown))
        {
            to.WriteLine($"  {line}");
        }

        if (all.Count > Shown)
        {
            to.WriteLine(Text($"  and {all.Count - Shown:N0} more (--json lists all)"));
        }
    }

    static string Reasons(IngestResult result)
    {
        var fatal = RootCauses.First(result.Rules, rule => RuleCatalogue.Find(rule.Key), rule => rule.Value)
            .Select(rule => RuleCatalogue.Find(rule.Key)).Where(rule => rule.Severity == Submissions.Checking.Severity.File).ToList();
        return result.PackageFault is { } package ? $"{package.File}: {package.Problem}"
            : fatal.Count == 0 ? "judged before; see its feedback" : string.Join("; ", fatal.Select(rule => $"{rule.Id} {rule.Title}"));
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
