using System.Globalization;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks.Comparisons;

/// <summary>A country's submissions end to end, then every measure of the last month. Compared with targets, not with DuckDB: it has no such job.</summary>
static class NationalComparison
{
    const int UsualRows = 8_000_000;

    public static void Run(Request request)
    {
        var region = NationalRegion.Make(request.Folder, request.Rows ?? UsualRows);
        var lake = region.Folder + "-lake";
        var bytes = region.Bytes;
        var ingest = JobResult.OfChild("national-ingest", region.Folder, lake);
        Print(
            $"national ingest: {region.Request.Providers} providers × {region.Request.Months} months, {region.WardStays:N0} ward stays, {bytes / 1e6:N0} MB of CSV in all tables; one run",
            [ingest],
            string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6 / ingest.First:0.0} MB/s (target 60); feedback, version files read back, every put on the disk, copies, ledger"));

        List<JobResult> computed = [];
        for (var i = 0; i < request.Repeat; i++)
        {
            computed.Add(JobResult.OfChild("national-compute", region.Folder, lake, region.Last.ToString()));
        }

        Print(
            $"national compute: every measure of {region.Last} in all windows, lenses and breakdowns; files written and published",
            computed,
            "target: 10 s, 4,295 MB; compilation counted");
    }

    static void Print(FormattableString title, List<JobResult> results, string note)
    {
        Console.WriteLine($"\n{title.ToString(CultureInfo.InvariantCulture)}");
        Row("seconds, cold", r => r.First);
        Row("CPU seconds, cold", r => r.FirstCpu);
        Row("peak memory, MB", r => r.PeakBytes / 1e6);
        Console.WriteLine($"  {note}");
        Console.WriteLine($"  Seconds by step, cores added up: {string.Join(", ", results[^1].Steps.OrderByDescending(step => step.Value)
            .Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Key} {step.Value:0.00}")))}");

        void Row(string name, Func<JobResult, double> figure) =>
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28}{SideBySide.Median(results, figure),12:0.00}"));
    }
}
