using System.Globalization;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks.Comparisons;

/// <summary>What ten times the rows cost.</summary>
static class GrowthComparison
{
    public const int Times = 10;
    const int UsualRows = 1_000_000;
    const string Checks = "checks";

    public static void Run(Request request)
    {
        var rows = request.Rows ?? UsualRows;
        var (small, large) = (LargeSubmission.Make(request.Folder, rows), LargeSubmission.Make(request.Folder, rows * Times));
        var results = SideBySide.Alternate(
            request.Repeat,
            () => IngestComparison.Ours(request, small),
            () => IngestComparison.DuckDb(small, Checks),
            () => IngestComparison.Ours(request, large),
            () => IngestComparison.DuckDb(large, Checks));
        IngestComparison.Print(small, Checks, results[0], results[1]);
        IngestComparison.Print(large, Checks, results[2], results[3]);
        SideBySide.PrintGrowth(
            string.Create(CultureInfo.InvariantCulture, $"growth: the ingest job at {large.Rows:N0} rows ÷ at {small.Rows:N0} rows"),
            [results[0], results[2]],
            [results[1], results[3]],
            $"Target: {Times} × the rows, at most 11 × the time. All four took turns. What is compared, and what is not, is as in ingest above.");
    }
}
