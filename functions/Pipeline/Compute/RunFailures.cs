using Homeward.Columns;
using Homeward.Lake.Ledger;

namespace Homeward.Pipeline.Compute;

/// <summary>Counts on the ledger how often a period's run could not be made; success clears the count.</summary>
static class RunFailures
{
    /// <summary>Failures after which the period waits for a person, or for other inputs.</summary>
    public const int Most = 5;

    public static bool IsParked(RunRow row, string runId) => row.FailedRun == runId && row.Failures >= Most;

    /// <summary>An interruption counts for nothing; where another writer is first, its count stands.</summary>
    public static async Task Count(ILedger ledger, Month period, string runId, Exception e)
    {
        if (e is OperationCanceledException)
        {
            return;
        }

        var found = await ledger.Run(period, CancellationToken.None);
        var failures = found?.Row.FailedRun == runId ? found.Row.Failures + 1 : 1;
        var row = new RunRow(period, found?.Row.RunId) { FailedRun = runId, Failures = failures, Problem = $"{Words(Cause(e))}, {failures} times" };
        _ = found is null ? await ledger.Add(row, CancellationToken.None) : await ledger.Replace(row, found.ETag, CancellationToken.None);
    }

    /// <summary>Work on several cores wraps what went wrong on one.</summary>
    static Exception Cause(Exception e) => e is AggregateException { InnerExceptions: [var first, ..] } ? Cause(first) : e;

    /// <summary>Only messages of ours say no more than names of files.</summary>
    static string Words(Exception e) => e is InvalidDataException ? e.Message.TrimEnd('.') : e.GetType().Name;

    public static async Task Clear(ILedger ledger, Stored<RunRow> found, CancellationToken cancel)
    {
        if (found.Row.Failures > 0)
        {
            await ledger.Replace(new RunRow(found.Row.Period, found.Row.RunId), found.ETag, cancel);
        }
    }
}
