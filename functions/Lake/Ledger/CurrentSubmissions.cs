using Homeward.Columns;

namespace Homeward.Lake.Ledger;

/// <summary>Which upload counts: derived from the ledger, never stored (submission.md §1).</summary>
public static class CurrentSubmissions
{
    /// <summary>Of every provider's month, the published row received last; ties go to the greater upload name. By provider, then period.</summary>
    public static IReadOnlyList<SubmissionRow> Of(IEnumerable<SubmissionRow> rows) =>
        [.. rows.Where(row => row.State == LedgerState.Published)
            .GroupBy(row => (row.Provider, row.Period))
            .Select(month => month.Aggregate((a, b) => Beats(b, a) ? b : a))
            .OrderBy(row => row.Provider, StringComparer.Ordinal).ThenBy(row => row.Period)];

    /// <summary>The provider's current upload of a month; null where none is published.</summary>
    public static async Task<SubmissionRow?> Of(ILedger ledger, string provider, Month period, CancellationToken cancel = default) =>
        Of(await ledger.Submissions(provider, period, cancel).Select(stored => stored.Row).ToListAsync(cancel)).SingleOrDefault();

    /// <summary>True where <paramref name="a"/> was received after <paramref name="b"/>; of two at once, the greater upload name is the later.</summary>
    public static bool Beats(SubmissionRow a, SubmissionRow b) =>
        a.Received != b.Received ? a.Received > b.Received : string.CompareOrdinal(a.Upload, b.Upload) > 0;
}
