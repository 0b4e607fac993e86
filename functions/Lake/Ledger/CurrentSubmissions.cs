using Homeward.Columns;

namespace Homeward.Lake.Ledger;

/// <summary>Which upload counts: derived from the ledger, never stored (submission.md §1).</summary>
public static class CurrentSubmissions
{
    /// <summary>Of every provider's month, the published row received last; ties go to the greater upload name. By provider, then period.</summary>
    /// <remarks>
    /// A row counts as received when the same content was last received: an upload that was found unchanged says that its content is the
    /// provider's last word, so none that was received before it takes over because it was processed after it.
    /// </remarks>
    public static IReadOnlyList<SubmissionRow> Of(IEnumerable<SubmissionRow> rows) =>
        [.. rows.Where(row => row.State is LedgerState.Published or LedgerState.Unchanged)
            .GroupBy(row => (row.Provider, row.Period))
            .Select(month => Newest([.. month]))
            .OfType<SubmissionRow>()
            .OrderBy(row => row.Provider, StringComparer.Ordinal).ThenBy(row => row.Period)];

    /// <summary>The provider's current upload of a month; null where none is published.</summary>
    public static async Task<SubmissionRow?> Of(ILedger ledger, string provider, Month period, CancellationToken cancel = default) =>
        Of(await ledger.Submissions(provider, period, cancel).Select(stored => stored.Row).ToListAsync(cancel)).SingleOrDefault();

    /// <summary>The upload that brought the row's content last: itself, or one found unchanged.</summary>
    /// <param name="month">The rows of its month.</param>
    public static SubmissionRow LastWord(SubmissionRow row, IEnumerable<SubmissionRow> month) => month
        .Where(other => other.State == LedgerState.Unchanged && other.ContentSha256 is not null && other.ContentSha256 == row.ContentSha256)
        .Aggregate(row, (a, b) => Beats(b, a) ? b : a);

    static SubmissionRow? Newest(IReadOnlyList<SubmissionRow> month) => month
        .Where(row => row.State == LedgerState.Published)
        .Select(row => (Row: row, Last: LastWord(row, month)))
        .Aggregate(default((SubmissionRow Row, SubmissionRow Last)?), (a, b) => a is null || Beats(b, a.Value) ? b : a)?.Row;

    static bool Beats((SubmissionRow Row, SubmissionRow Last) a, (SubmissionRow Row, SubmissionRow Last) b) =>
        a.Last == b.Last ? Beats(a.Row, b.Row) : Beats(a.Last, b.Last);

    /// <summary>True where <paramref name="a"/> was received after <paramref name="b"/>; of two at once, the greater upload name is the later.</summary>
    public static bool Beats(SubmissionRow a, SubmissionRow b) =>
        a.Received != b.Received ? a.Received > b.Received : string.CompareOrdinal(a.Upload, b.Upload) > 0;
}
