using System.Globalization;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks.Comparisons;

/// <summary>What ten times the rows cost us.</summary>
static class GrowthComparison
{
    const int UsualRows = 1_000_000;
    const int Times = 10;

    public static void Run(Request request)
    {
        var rows = request.Rows ?? UsualRows;
        LargeSubmission[] sizes = [LargeSubmission.Make(request.Folder, rows), LargeSubmission.Make(request.Folder, rows * Times)];
        var (ours, peer) = (new List<JobResult>[] { [], [] }, new List<JobResult>[] { [], [] });
        for (var i = 0; i < request.Repeat; i++)
        {
            for (var size = 0; size < sizes.Length; size++)
            {
                ours[size].Add(IngestComparison.Ours(request, sizes[size].Rows));
                peer[size].Add(IngestComparison.DuckDb(request, sizes[size]));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\ngrowth: the ingest job at {rows:N0} and {rows * (long)Times:N0} rows, with checks (target: {Times} × the rows, 11 × the time)"));
        Print("Homeward", ours);
        Print("DuckDB", peer);
    }

    static void Print(string engine, List<JobResult>[] results)
    {
        Print("seconds, warm", r => r.Seconds);
        Print("seconds, cold", r => r.First);
        Print("CPU seconds, warm", r => r.Cpu);
        Print("peak memory, MB", r => r.PeakBytes / 1e6);

        void Print(string name, Func<JobResult, double> figure)
        {
            var (small, large) = (SideBySide.Median(results[0], figure), SideBySide.Median(results[1], figure));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {engine,-10}{name,-22}{small,12:0.00}{large,12:0.00}{large / small,18:0.0} ×"));
        }
    }
}
