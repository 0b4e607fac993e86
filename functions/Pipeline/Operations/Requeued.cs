using Homeward.Lake.Ledger;

namespace Homeward.Pipeline.Operations;

/// <summary>Puts parked submissions back.</summary>
public static class Requeued
{
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
