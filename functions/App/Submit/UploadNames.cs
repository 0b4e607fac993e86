using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Arrivals;

namespace Homeward.App.Submit;

/// <summary>The uploads that a provider's month has, landed or in the ledger, and names for those that come without one: <c>NAME</c>, <c>NAME-2</c>, <c>NAME-3</c> …</summary>
/// <remarks>
/// What was sent before is the same upload only as long as nothing came after it: content that comes back after other content is a
/// resubmission (submission.md §1) and wants a name of its own. Nobody's clock has a say in it, only what lies there.
/// </remarks>
sealed class UploadNames
{
    const int MaxLength = 64;

    readonly Dictionary<string, Known> uploads;

    UploadNames(Dictionary<string, Known> uploads) => this.uploads = uploads;

    public static async Task<UploadNames> Of(ILakeStore store, ILedger ledger, string provider, Month period, CancellationToken cancel)
    {
        var landed = await LandedUpload.List(store, provider, period, cancel);
        var known = landed.Where(upload => upload.Manifest is not null || upload.IsZip)
            .ToDictionary(upload => upload.Identity.Upload, upload => new Known(upload.Received, null), StringComparer.Ordinal);
        await foreach (var (row, _, _) in ledger.Submissions(provider, period, cancel))
        {
            known[row.Upload] = new Known(row.Settled ? row.Received : known.GetValueOrDefault(row.Upload)?.Received ?? row.Received, row.State);
        }

        return new(known);
    }

    /// <summary>Under which name content of this base name comes: its newest upload's while that one still stands, else the next free one.</summary>
    /// <returns>The name, and whether its upload has been judged already, so that nothing is to land.</returns>
    public (string Name, bool Judged) For(string name)
    {
        var (free, newest) = Free(name);
        return newest is not null && Stands(newest)
            ? (newest, uploads[newest].State is LedgerState.Published or LedgerState.Unchanged)
            : (free, false);
    }

    /// <summary>The first name of the series that no upload has, and the last one that an upload has.</summary>
    public (string Name, string? Newest) Free(string name)
    {
        var (candidate, newest) = (name, (string?)null);
        for (var number = 2; uploads.ContainsKey(candidate); number++)
        {
            newest = candidate;
            var suffix = $"-{number}";
            candidate = name[..Math.Min(name.Length, MaxLength - suffix.Length)] + suffix;
        }

        return (candidate, newest);
    }

    /// <summary>It is current, or may become it. What was rejected, or was the same as the current one, put nothing in its place.</summary>
    bool Stands(string name)
    {
        var mine = uploads[name];
        return mine.State != LedgerState.Rejected
            && !uploads.Any(other => other.Value.State is not (LedgerState.Rejected or LedgerState.Unchanged)
                && (other.Value.Received > mine.Received || (other.Value.Received == mine.Received && string.CompareOrdinal(other.Key, name) > 0)));
    }

    /// <param name="State">Null: landed, and no worker has looked at it yet.</param>
    sealed record Known(DateTimeOffset Received, LedgerState? State);
}
