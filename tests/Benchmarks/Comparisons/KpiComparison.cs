using System.Globalization;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks.Comparisons;

/// <summary>Nights, active and started of 36 months over one curated Parquet file.</summary>
static class KpiComparison
{
    const int UsualRows = 3_000_000;

    public static void Run(Request request)
    {
        var rows = request.Rows ?? UsualRows;
        var file = StaysOverTime.Make(request.Folder, rows);
        var bytes = new FileInfo(file).Length;
        Compare("join", "joined with 36 months, as it is written down");
        Compare("grouped", "grouped by its two dates before it is joined, which an expert might think of");

        void Compare(string form, string how)
        {
            var results = SideBySide.Alternate(
                request.Repeat,
                () => JobResult.OfChild("kpi", file),
                () => JobResult.OfEngine("kpi.mjs", file, Machine.Threads, StaysOverTime.First.ToString(), form));
            var (ours, peer) = (results[0][^1].Figures, results[1][^1].Figures);
            if (!ours.SequenceEqual(peer) || ours.Count != 3 * StaysOverTime.Months)
            {
                throw new BenchmarkException($"kpi: Homeward and DuckDB computed different figures: {string.Join(' ', ours)} and {string.Join(' ', peer)}.");
            }

            SideBySide.Print(
                string.Create(CultureInfo.InvariantCulture, $"kpi: nights, active and started of {StaysOverTime.Months} months over {rows:N0} curated ward stays, {bytes / 1e6:0.00} MB of Parquet; DuckDB's SQL {how}"),
                new(rows, "whole Parquet file", _ => bytes),
                results[0],
                results[1],
                $"Compared: reading the two date columns of {StaysOverTime.Columns} from the same Parquet file, and the three figures of each month; all {ours.Count} were equal.",
                "Not compared: people, lenses, breakdowns and windows. A run of all measures goes person by person instead: see national.");
        }
    }
}
