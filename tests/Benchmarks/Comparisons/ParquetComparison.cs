using System.Globalization;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks.Comparisons;

/// <summary>The size of our file, and of DuckDB's with the same rows, columns and codec.</summary>
static class ParquetComparison
{
    const int UsualRows = 3_000_000;

    public static void Run(Request request)
    {
        var rows = request.Rows ?? UsualRows;
        LargeSubmission.Make(request.Folder, rows);
        var ours = IngestComparison.Ours(request, rows).FileBytes;
        var theirs = JobResult.OfEngine("copy.mjs", IngestComparison.Parquet(request), Path.Combine(request.Folder, "duckdb.parquet")).FileBytes;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\nparquet: {rows:N0} curated ward stays, Snappy: Homeward {ours / 1e6:0.0} MB, DuckDB {theirs / 1e6:0.0} MB: {(double)ours / theirs:0.00} × its size"));
    }
}
