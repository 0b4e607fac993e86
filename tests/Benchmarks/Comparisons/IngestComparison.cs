using System.Globalization;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks.Comparisons;

/// <summary>One provider's ward stays from CSV to Parquet, checked.</summary>
static class IngestComparison
{
    const int UsualRows = 3_000_000;

    public static void Run(Request request) => Compare(request, "checks");

    public static void Memory(Request request)
    {
        Compare(request, "checks");
        Compare(request, "no checks");
    }

    /// <summary>Our side alone.</summary>
    public static JobResult Ours(Request request, int rows) =>
        JobResult.OfChild("ingest", request.Folder, rows.ToString(CultureInfo.InvariantCulture), Parquet(request));

    /// <summary>DuckDB's side alone.</summary>
    public static JobResult DuckDb(Request request, LargeSubmission submission, string checks = "checks") => JobResult.OfEngine(
        "ingest.mjs", submission.WardStays, submission.Spells, Path.Combine(request.Folder, "duckdb.parquet"), Machine.Threads, checks);

    /// <summary>The file that our side makes.</summary>
    public static string Parquet(Request request) => Path.Combine(request.Folder, "homeward.parquet");

    static void Compare(Request request, string checks)
    {
        var rows = request.Rows ?? UsualRows;
        var submission = LargeSubmission.Make(request.Folder, rows);
        var bytes = new FileInfo(submission.WardStays).Length;
        SideBySide.Print(
            string.Create(CultureInfo.InvariantCulture, $"ingest: {rows:N0} ward stays, {bytes / 1e6:0} MB of CSV to Parquet (Snappy); DuckDB with {checks}"),
            rows,
            bytes,
            request.Repeat,
            () => Ours(request, rows),
            () => DuckDb(request, submission, checks));
        Console.WriteLine("  Homeward also reads the other tables, judges all rules of the specification, pseudonymises, and adds distance, home and service line.");
        Console.WriteLine("  Not compared: the feedback pack, the put into a lake; and the files, of which ours has more columns (see parquet).");
    }
}
