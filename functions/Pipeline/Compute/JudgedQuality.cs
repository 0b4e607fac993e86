using Homeward.Lake.Ledger;
using Homeward.Measures.Quality;
using Homeward.Pipeline.Ingest;

namespace Homeward.Pipeline.Compute;

/// <summary>The data quality (K26) of a current submission, from what its ingest kept.</summary>
static class JudgedQuality
{
    /// <summary>Everything that the figures depend on, for the run id.</summary>
    public static string Line(SubmissionRow row) =>
        $"quality {row.Id} vodim {row.VodimSha256} hidden {row.Hidden?.People} {row.Hidden?.Nights} read {Read(row)} rejected {Rejected(row)} findings {Findings(row)}";

    public static SubmissionQuality Of(SubmissionRow row, CuratedTables tables) => new(
        row.Provider,
        row.Id,
        Read(row),
        Rejected(row),
        Findings(row),
        row.Hidden is { } hidden ? new(hidden.People, hidden.Nights) : null,
        row.VodimSha256 is null ? [] : VodimTable.Fields(tables.Of(row)(VodimTable.Name, VodimTable.Columns)));

    static long Read(SubmissionRow row) => row.Tables.Values.Sum(table => (long)table.Read);

    static long Rejected(SubmissionRow row) => row.Tables.Values.Sum(table => (long)table.Rejected);

    static long Findings(SubmissionRow row) => row.Rules?.Values.Sum() ?? 0;
}
