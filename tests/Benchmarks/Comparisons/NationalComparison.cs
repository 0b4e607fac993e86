using System.Globalization;
using Homeward.Benchmarks.Data;
using Homeward.Benchmarks.Running;

namespace Homeward.Benchmarks.Comparisons;

/// <summary>A country's submissions end to end, then every measure of the last month. Compared with targets, not with DuckDB: it has no such job.</summary>
static class NationalComparison
{
    const int UsualRows = 8_000_000;
    const string Alone = "Held against targets only: DuckDB has no such job.";

    public static void Run(Request request)
    {
        var region = NationalRegion.Make(request.Folder, request.Rows ?? UsualRows);
        var lake = region.Folder + "-lake";
        var bytes = region.Bytes;
        SideBySide.PrintAlone(
            string.Create(CultureInfo.InvariantCulture, $"national ingest: {region.Request.Providers} providers × {region.Request.Months} months, {region.WardStays:N0} ward stays, {bytes / 1e6:N0} MB of CSV in all tables"),
            [JobResult.OfChild("national-ingest", region.Folder, lake)],
            new(region.WardStays, "CSV", _ => bytes),
            $"One run, whatever --repeat, in a process of its own. {Alone} Target: 60 MB/s.",
            "Timed: judging, feedback, version files read back, every put on the disk, copies, ledger. Files made: the whole lake.");

        var computed = SideBySide.Alternate(request.Repeat, () => JobResult.OfChild("national-compute", region.Folder, lake, region.Last.ToString()));
        SideBySide.PrintAlone(
            $"national compute: every measure of {region.Last} in all windows, lenses and breakdowns; files written and published",
            computed[0],
            null,
            $"{request.Repeat} runs, each in a process of its own; medians. {Alone} Target: 10 s, 4,295 MB; compilation counted. Files made: the run's, without their copies.");
    }
}
