using Homeward.Columns;
using Homeward.Lake.Ledger;

namespace Homeward.Pipeline.Operations;

/// <summary>Puts back what was parked.</summary>
public static class Requeued
{
    /// <summary>Periods count as never failed. Gives those that had been.</summary>
    public static async Task<IReadOnlyList<Month>> Periods(ILedger ledger, CancellationToken cancel = default)
    {
        var changed = new List<Month>();
        foreach (var found in await ledger.Runs(cancel).Where(found => found.Row.Failures > 0).ToListAsync(cancel))
        {
            if (await ledger.Replace(new RunRow(found.Row.Period, found.Row.RunId), found.ETag, cancel) is not null)
            {
                changed.Add(found.Row.Period);
            }
        }

        return changed;
    }

    /// <summary>Each one counts as received again, with no failures. Gives the rows that changed.</summary>
    /// <param name="id">Only this one; null: every parked one.</param>
    public static async Task<IReadOnlyList<SubmissionRow>> Submissions(ILedger ledger, string? id, CancellationToken cancel = default)
    {
        var parked = await ledger.Submissions(cancel)
            .Where(found => found.Row.State == LedgerState.Parked && (id is null || found.Row.Id == id))
            .ToListAsync(cancel);
        var changed = new List<SubmissionRow>();
        foreach (var found in parked)
        {
            var again = found.Row with { State = LedgerState.Received, Failures = 0, Problem = null, Lease = null };
            if (await ledger.Replace(again, found.ETag, cancel) is not null)
            {
                changed.Add(again);
            }
        }

        return changed;
    }
}
