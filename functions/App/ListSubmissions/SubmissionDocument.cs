using Homeward.Lake.Ledger;

namespace Homeward.App.ListSubmissions;

/// <summary>A submission as the API shows it.</summary>
sealed record SubmissionDocument(
    string Id,
    string Provider,
    string Period,
    string Upload,
    string State,
    DateTimeOffset Received,
    bool Current,
    IReadOnlyDictionary<string, TableCounts> Tables,
    string Report)
{
    public static SubmissionDocument Of(SubmissionRow row, bool current) => new(
        row.Id,
        row.Provider,
        row.Period.ToString(),
        row.Upload,
        row.State.ToString().ToLowerInvariant(),
        row.Received,
        current,
        row.Tables,
        $"/api/submissions/{row.Id}/report");

    public static IReadOnlyList<SubmissionDocument> Of(IReadOnlyList<SubmissionRow> rows)
    {
        var current = CurrentSubmissions.Of(rows).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Select(row => Of(row, current.Contains(row.Id)))];
    }
}
