using System.Globalization;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks.Comparisons;

/// <summary>One provider's ward stays from CSV to Parquet, checked.</summary>
static class IngestComparison
{
    const int UsualRows = 3_000_000;

    /// <summary>What both files hold: a name, our column, and DuckDB's, whose keys lack the provider that curation puts before them.</summary>
    static readonly string[][] Shared =
    [
        ["ward stay", "ward_stay_id", "concat('RXA|', WardStayID)"],
        ["spell", "hosp_prov_spell_id", "concat('RXA|', HospProvSpellID)"],
        ["ward", "ward_code", "concat('RXA|', WardCode)"],
        ["site", "site_id_of_ward", "SiteIDOfWard"],
        ["start", "start_date_ward_stay", "StartDateWardStay"],
        ["end", "end_date_ward_stay", "EndDateWardStay"],
        ["class", "mh_admitted_patient_class_submitted", "MHAdmittedPatientClass"],
        ["service", "specialised_mh_service_code", "SpecialisedMHServiceCode"],
        ["leave days", "leave_days", "LeaveDays"],
    ];

    public static void Run(Request request) => Compare(request, "checks");

    public static void Memory(Request request)
    {
        Compare(request, "checks");
        Compare(request, "no checks");
    }

    /// <summary>Our side alone.</summary>
    public static JobResult Ours(Request request, LargeSubmission submission) =>
        JobResult.OfChild("ingest", request.Folder, submission.Rows.ToString(CultureInfo.InvariantCulture), submission.Ours);

    /// <summary>DuckDB's side alone.</summary>
    public static JobResult DuckDb(LargeSubmission submission, string checks) =>
        JobResult.OfEngine("ingest.mjs", submission.WardStays, submission.Spells, submission.DuckDb, Machine.Threads, checks);

    /// <summary>Holds the last files against each other, and prints.</summary>
    public static void Print(LargeSubmission submission, string checks, List<JobResult> ours, List<JobResult> peer)
    {
        var bytes = new FileInfo(submission.WardStays).Length;
        var equal = SameRows.Check(submission.Ours, submission.DuckDb, Shared);
        SideBySide.Print(
            string.Create(CultureInfo.InvariantCulture, $"ingest: {submission.Rows:N0} ward stays, {bytes / 1e6:0.0} MB of CSV to Parquet (Snappy); DuckDB with {checks}"),
            new(submission.Rows, "ward stays' CSV", _ => bytes),
            ours,
            peer,
            equal,
            "Homeward also reads the other tables, judges all rules of the specification, pseudonymises, and adds distance, home and service line.",
            "Not compared: the feedback pack, the put into a lake; and the files' sizes, as ours has 17 columns and DuckDB's 9 (see parquet).");
    }

    static void Compare(Request request, string checks)
    {
        var submission = LargeSubmission.Make(request.Folder, request.Rows ?? UsualRows);
        var results = SideBySide.Alternate(request.Repeat, () => Ours(request, submission), () => DuckDb(submission, checks));
        Print(submission, checks, results[0], results[1]);
    }
}
