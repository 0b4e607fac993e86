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
        Compare("join", "joined with 36 months, as it is written down");
        Compare("grouped", "grouped by its two dates before it is joined, which an expert might think of");
        Console.WriteLine("  Compared: reading the two date columns from Parquet, and the three figures of each month; they were equal.");
        Console.WriteLine("  Not compared: people, lenses, breakdowns and windows. A run of all measures goes person by person instead: see national.");

        void Compare(string form, string how)
        {
            var (ours, peer) = SideBySide.Print(
                string.Create(CultureInfo.InvariantCulture, $"kpi: nights, active and started of {StaysOverTime.Months} months over {rows:N0} curated ward stays; DuckDB's SQL {how}"),
                rows,
                0,
                request.Repeat,
                () => JobResult.OfChild("kpi", file),
                () => JobResult.OfEngine("kpi.mjs", file, Machine.Threads, StaysOverTime.First.ToString(), form));
            if (!ours.Figures.SequenceEqual(peer.Figures) || ours.Figures.Count != 3 * StaysOverTime.Months)
            {
                throw new InvalidOperationException("Homeward and DuckDB computed different figures.");
            }
        }
    }
}
