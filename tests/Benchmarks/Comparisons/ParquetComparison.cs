using System.Globalization;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks.Comparisons;

/// <summary>A curated table in memory to a Parquet file: the same rows, columns and codec.</summary>
static class ParquetComparison
{
    const int UsualRows = 3_000_000;

    public static void Run(Request request)
    {
        var submission = LargeSubmission.Make(request.Folder, request.Rows ?? UsualRows);
        IngestComparison.Ours(request, submission);
        var (source, ours, peer) = (submission.Ours, Path.Combine(submission.Folder, "homeward-written.parquet"), submission.DuckDb);
        var results = SideBySide.Alternate(
            request.Repeat,
            () => JobResult.OfChild("parquet", source, ours),
            () => JobResult.OfEngine("copy.mjs", source, peer, Machine.Threads));
        var equal = SameRows.Check(ours, peer);
        SideBySide.Print(
            string.Create(CultureInfo.InvariantCulture, $"parquet: {submission.Rows:N0} curated ward stays in memory to Parquet (Snappy), all columns"),
            new(submission.Rows, "Parquet made", result => result.FileBytes),
            results[0],
            results[1],
            equal,
            string.Create(CultureInfo.InvariantCulture, $"File sizes in bytes: Homeward {results[0][0].FileBytes:N0}, DuckDB {results[1][0].FileBytes:N0}; target: ours no larger."),
            "Timed: encoding and writing the file. Not timed, though within peak memory: reading the rows, into a table of each side's own; the texts of ours are numbered already.",
            "Not compared: what comes with the rows: ours holds page indexes, DuckDB's Bloom filters.");
    }
}
