using Homeward.Measures.Tests.Naive;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Summary;

/// <summary>The files that span periods, of a generated region: a star schema without a loose end.</summary>
public class SummaryFilesTests
{
    static readonly IReadOnlyList<MartFile> Files;
    static readonly List<Dictionary<string, string>> Rows = [];

    static SummaryFilesTests()
    {
        var region = new RegionTold();
        region.Take(new GeneratedServices(51).AddTo(new GeneratedRegion(51, new(2025, 1), new(2025, 5), people: 60).Months));
        Files = region.Summarise("2025-03", "2025-05");
        foreach (var period in (string[])["2025-03", "2025-05"])
        {
            Rows.AddRange(TableRows.Of(region.Compute(period).Table("marts/kpi")));
        }
    }

    [Fact]
    public void Files_AreThoseOfTheContract() => Assert.Equal(
        [
            "marts/comparison.parquet", "marts/dim_bed_class.parquet", "marts/dim_breakdown.parquet", "marts/dim_collaborative.parquet",
            "marts/dim_icb.parquet", "marts/dim_measure.parquet", "marts/dim_period.parquet", "marts/dim_provider.parquet",
            "marts/dim_service_line.parquet", "marts/dim_window.parquet", "marts/spc.parquet", "restricted/comparison.parquet",
            "restricted/spc.parquet",
        ],
        Files.Select(f => f.Path).Where(path => !path.StartsWith("casework/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("dim_window", "window", "window")]
    [InlineData("dim_breakdown", "breakdown", "breakdown")]
    [InlineData("dim_collaborative", "collaborative", "collaborative")]
    [InlineData("dim_period", "reporting_period_end", "reporting_period_end")]
    public void Key_OfEveryRow_IsInItsDimension(string dimension, string key, string column)
    {
        var known = Known(dimension, key);
        Assert.Empty(Rows.Select(row => row[column]).Distinct().Except(known));
    }

    [Fact]
    public void MeasureAndSplit_OfEveryRow_AreInTheDimension_WithTheirUnit()
    {
        var known = TableRows.Of(Files.Table("marts/dim_measure.parquet")).Select(row => (row["measure_id"], row["split"], row["unit"], row["measure_name"])).ToHashSet();
        Assert.Empty(Rows.Select(row => (row["measure_id"], row["split"], row["unit"], row["measure_name"])).Distinct().Except(known));
    }

    [Theory]
    [InlineData("Provider", "dim_provider", "provider")]
    [InlineData("Sending Provider", "dim_provider", "provider")]
    [InlineData("Receiving Provider", "dim_provider", "provider")]
    [InlineData("Sending Provider; Receiving Provider", "dim_provider", "provider")]
    [InlineData("ICB", "dim_icb", "icb")]
    [InlineData("Commissioner", "dim_provider", "provider")]
    [InlineData("Service Line", "dim_service_line", "service_line")]
    [InlineData("Bed Class", "dim_bed_class", "bed_class")]
    public void Level_OfEveryRow_IsInItsDimension(string breakdown, string dimension, string key)
    {
        var known = Known(dimension, key);
        var levels = Rows.Where(row => row["breakdown"] == breakdown).SelectMany(row => new[] { row["primary_level"], row["secondary_level"] })
            .Where(level => level != "NONE").Distinct().ToList();
        Assert.NotEmpty(levels);
        Assert.Empty(levels.Except(known));
    }

    [Fact]
    public void Additive_FiguresOfProviders_AddUp_OthersAreSaidNotTo()
    {
        var additive = TableRows.Of(Files.Table("marts/dim_measure.parquet")).ToDictionary(row => (row["measure_id"], row["split"]), row => row["additive"]);
        Assert.Equal(("yes", "no", "no", "no"), (additive[("K04", "all")], additive[("K21", "people")], additive[("K05", "pct")], additive[("K15", "median")]));
    }

    [Fact]
    public void Dimensions_HaveNoKeyTwice()
    {
        foreach (var (dimension, key) in (ReadOnlySpan<(string, string)>)[("dim_provider", "provider"), ("dim_icb", "icb"), ("dim_window", "window"),
            ("dim_breakdown", "breakdown"), ("dim_collaborative", "collaborative"), ("dim_period", "period"), ("dim_bed_class", "bed_class"), ("dim_service_line", "service_line")])
        {
            var keys = TableRows.Of(Files.Table($"marts/{dimension}.parquet")).Select(row => row[key]).ToList();
            Assert.Equal(keys.Count, keys.Distinct().Count());
        }
    }

    static HashSet<string> Known(string dimension, string key) => [.. TableRows.Of(Files.Table($"marts/{dimension}.parquet")).Select(row => row[key])];
}
