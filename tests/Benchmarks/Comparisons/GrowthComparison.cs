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
        LargeSubmission.Make(request.Folder, rows);
        LargeSubmission.Make(request.Folder, rows * Times);
        List<JobResult> small = [], large = [];
        for (var i = 0; i < request.Repeat; i++)
        {
            small.Add(IngestComparison.Ours(request, rows));
            large.Add(IngestComparison.Ours(request, rows * Times));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\ngrowth: the ingest job of Homeward at {rows:N0} and {rows * (long)Times:N0} rows"));
        Print("seconds, warm", r => r.Seconds);
        Print("seconds, cold", r => r.First);
        Print("CPU seconds, warm", r => r.Cpu);
        Print("peak memory, MB", r => r.PeakBytes / 1e6);

        void Print(string name, Func<JobResult, double> figure)
        {
            var (a, b) = (SideBySide.Median(small, figure), SideBySide.Median(large, figure));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28}{a,12:0.00}{b,12:0.00}{b / a,18:0.0} ×"));
        }
    }
}
