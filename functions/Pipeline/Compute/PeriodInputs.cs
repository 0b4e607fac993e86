using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Measures;
using Homeward.Measures.Months;
using Homeward.Reference;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Compute;

/// <summary>Everything that a period's figures depend on, and the run id that names it (kpis.md §6).</summary>
sealed record PeriodInputs(Month Period, IReadOnlyList<SubmissionRow> Current, IReadOnlyList<SubmissionRow> Judged, ReferenceData Reference, string RunId)
{
    public static PeriodInputs From(IReadOnlyList<SubmissionRow> ledger, Month period, ReferenceData reference)
    {
        var read = ledger.Where(row => RegionRun.Reads(period, row.Period, reference)).ToList();
        var current = CurrentSubmissions.Of(read);
        var judged = read.Where(row => StateOf(row) is not null).ToList();
        return new(period, current, judged, reference, Hashing.Sha256(Lines(period, current, judged, reference, string.Join(' ', Keys(current)))));
    }

    /// <exception cref="InvalidDataException">Accepted months were pseudonymised with different keys.</exception>
    public void CheckKeys()
    {
        var keys = Keys(Current);
        if (keys.Count > 1)
        {
            throw new InvalidDataException(
                $"The months that {Period} reads were made with different keys ({string.Join(", ", keys)}): one person would count twice. "
                + "Use the key that the lake was started with, or start a new lake.");
        }
    }

    static List<string?> Keys(IEnumerable<SubmissionRow> current) =>
        [.. current.Select(row => row.KeyId).Distinct().Order(StringComparer.Ordinal)];

    public RunInput ForRun(CuratedTables tables) => new(
        Period,
        RunId,
        [.. Current.Select(row => new ProviderMonth(row.Provider, row.Period, row.Id, row.ContentSha256!, tables.Of(row)))],
        [.. Judged.Select(Submission)],
        Reference)
    {
        Quality = [.. Current.Where(row => row.Period == Period).Select(row => JudgedQuality.Of(row, tables))],
    };

    static IEnumerable<string> Lines(
        Month period, IEnumerable<SubmissionRow> current, IEnumerable<SubmissionRow> judged, ReferenceData reference, string keyId) =>
        [
            $"period {period}",
            $"engine {Engine.Version}",
            $"specification {SpecificationTables.Version}",
            $"key {keyId}",
            .. reference.Hashes.Select(file => $"reference {file.Key} {file.Value}"),
            .. current.Select(row => $"version {row.Id} {row.ContentSha256} received {row.Received.ToUnixTimeMilliseconds()} judged with {row.ReferenceVersion}"),
            .. current.Where(row => row.Period == period).Select(JudgedQuality.Line),
            .. States(current, judged, reference),
        ];

    /// <summary>What became of each provider's month (K25): one more rejected or superseded upload changes no figure, and so no run (submission.md §1).</summary>
    static IEnumerable<string> States(IEnumerable<SubmissionRow> current, IEnumerable<SubmissionRow> judged, ReferenceData reference)
    {
        var accepted = current.Select(row => (row.Provider, row.Period)).ToHashSet();
        return judged.GroupBy(row => (row.Provider, row.Period))
            .Select(month => (month.Key.Provider, month.Key.Period, State: MonthStates.Of(
                month.Select(Submission), accepted.Contains(month.Key), month.Key.Period, reference.Settings.CutOffDay)))
            .OrderBy(month => month.Provider, StringComparer.Ordinal).ThenBy(month => month.Period)
            .Select(month => $"month {month.Provider} {month.Period} {month.State}");
    }

    static JudgedSubmission Submission(SubmissionRow row) => new(row.Provider, row.Period, row.Id, StateOf(row)!.Value, row.Received);

    /// <summary>An unchanged upload brought accepted content, and may have brought it in time where it was processed after a late one.</summary>
    static SubmissionState? StateOf(SubmissionRow row) => row.State switch
    {
        LedgerState.Published or LedgerState.Unchanged => SubmissionState.Accepted,
        LedgerState.Rejected => SubmissionState.Rejected,
        _ => null,
    };
}
