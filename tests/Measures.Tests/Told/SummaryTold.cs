using Homeward.Columns;
using Homeward.Measures.Summary;

namespace Homeward.Measures.Tests.Told;

/// <summary>What spans the periods of a region, made from each period's run.</summary>
static class SummaryTold
{
    public static IReadOnlyList<MartFile> Summarise(this RegionTold region, string first, string last)
    {
        var periods = new List<ComputedPeriod>();
        for (var period = Month.Parse(first); period <= Month.Parse(last); period += 1)
        {
            var files = RegionRun.Compute(region.Input(period.ToString())).ToDictionary(file => file.Path, StringComparer.Ordinal);
            periods.Add(new(period, "run", (path, columns) => new(path, [.. columns.Select(column => files[path].Table![column])])));
        }

        return RegionSummary.Compute(new(periods, region.Reference));
    }

    public static Table Table(this IReadOnlyList<MartFile> files, string path) => files.Single(file => file.Path == path).Table!;
}
