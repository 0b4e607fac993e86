using Homeward.Measures.Summary;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Summary;

/// <summary>kpis.md §5: every figure against its baseline. EAST's baseline is April 2024 to March 2025, WEST has none.</summary>
public class ComparisonTests
{
    static readonly string ShortBaseline = """
        collaborative,name,baseline_from,baseline_to
        EAST,East Collaborative,2024-10,2025-03
        WEST,West Collaborative,,
        """;

    static List<Dictionary<string, string>> Rows(KpiTold kpi, bool exact = false) => TableRows.Of(Comparison.Of(kpi.Read(), kpi.Reference, exact));

    static string Row(KpiTold kpi) =>
        Assert.Single(Rows(kpi)) is var row
            ? string.Join(' ', new[] { "reporting_period_end", "current", "baseline", "change", "change_pct", "baseline_period", "baseline_source" }.Select(c => row[c]))
            : "";

    [Theory]
    [InlineData("2025-06", "2024-06")] // the same calendar month
    [InlineData("2026-06", "2024-06")]
    [InlineData("2025-04", "2024-04")]
    [InlineData("2026-03", "2025-03")]
    public void Baseline_IsTheBaselinesLatestMonthOfThePeriodsName(string period, string baseline)
    {
        var kpi = new KpiTold().With(period, 30).With("2024-05", 1).With("2024-04", 2).With("2024-06", 3).With("2025-03", 4);
        var value = baseline switch { "2024-06" => 3, "2024-04" => 2, _ => 4 };
        var row = Rows(kpi).Single(r => r["reporting_period_end"].StartsWith(period, StringComparison.Ordinal));
        Assert.Equal((baseline, $"{value}", $"{30 - value}"), (row["baseline_period"], row["baseline"], row["change"]));
    }

    [Fact]
    public void Baseline_WithoutThatMonth_EndsWithTheBaseline()
    {
        var kpi = new KpiTold(Deployment.With(("collaboratives.csv", ShortBaseline))).With("2025-06", 30).With("2024-06", 3).With("2025-03", 40);
        Assert.Equal("2025-06-30 30 40 -10 -25 2025-03 computed", Row(kpi));
    }

    [Fact]
    public void Change_IsOfTheBaseline_InPercent() =>
        Assert.Equal("2025-08-31 555 960 -405 -42.1875 2024-08 computed", Row(new KpiTold().With("2025-08", 555).With("2024-08", 960)));

    [Fact]
    public void ChangePercent_OfABaselineOf0_IsNotTold()
    {
        var row = Assert.Single(Rows(new KpiTold().With("2025-06", 3).With("2024-06", 0)));
        Assert.Equal(("3", "", "no"), (row["change"], row["change_pct"], row["suppressed"]));
    }

    [Theory]
    [InlineData(null, 5.0)]
    [InlineData(5.0, null)]
    [InlineData(null, null)]
    public void SuppressedInput_SuppressesTheRow(double? current, double? baseline)
    {
        var row = Assert.Single(Rows(new KpiTold().With("2025-06", current).With("2024-06", baseline)));
        Assert.Equal(("yes", "", ""), (row["suppressed"], row["change"], row["change_pct"]));
    }

    [Fact]
    public void EveryWindowAndBreakdown_IsComparedWithItsOwn()
    {
        var kpi = new KpiTold();
        foreach (var (period, by) in (ReadOnlySpan<(string, double)>)[("2025-06", 2), ("2024-06", 1)])
        {
            foreach (var window in (string[])["M", "R3", "R12", "FY", "SB"])
            {
                kpi.With(period, 10 * by, "K04", window: window).With(period, 5 * by, "K04", window: window, breakdown: "ICB", level: "QEE");
            }
        }

        var rows = Rows(kpi);
        Assert.Equal(8, rows.Count); // SB has no baseline
        Assert.All(rows, row => Assert.Equal("100", row["change_pct"]));
        Assert.Equal(["10", "20"], rows.Select(row => row["current"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2025-03", false)] // of the baseline itself
    [InlineData("2025-04", true)]
    public void Period_WithinTheBaseline_IsNotCompared(string period, bool compared)
    {
        var kpi = new KpiTold().With(period, 3).With("2024-03", 2).With("2024-04", 2);
        Assert.Equal(compared, Rows(kpi).Any(r => r["reporting_period_end"].StartsWith(period, StringComparison.Ordinal)));
    }

    [Fact]
    public void Collaborative_WithoutABaseline_IsNotCompared() =>
        Assert.Empty(Rows(new KpiTold().With("2025-06", 3, collaborative: "WEST").With("2024-06", 2, collaborative: "WEST")));

    [Fact]
    public void Programme_IsCompared_WhereAllHaveOneBaseline()
    {
        var kpi = new KpiTold().With("2025-06", 3, collaborative: "ALL", breakdown: "Programme").With("2024-06", 2, collaborative: "ALL", breakdown: "Programme");
        Assert.Empty(Rows(kpi));

        var both = Deployment.With(("collaboratives.csv", """
            collaborative,name,baseline_from,baseline_to
            EAST,East Collaborative,2024-04,2025-03
            WEST,West Collaborative,2024-04,2025-03
            """));
        kpi = new KpiTold(both).With("2025-06", 3, collaborative: "ALL", breakdown: "Programme").With("2024-06", 2, collaborative: "ALL", breakdown: "Programme");
        Assert.Equal("50", Assert.Single(Rows(kpi))["change_pct"]);
    }

    [Theory]
    [InlineData("K21", "people", "M", "EAST", null, "200")] // a moment's figure, for the month
    [InlineData("K21", "nights", "R12", "EAST", null, "4000")] // what adds up, for twelve months
    [InlineData("K21", "nights", "M", "EAST", null, "10")] // for other windows it is computed
    [InlineData("K15", "mean", "R3", "EAST", null, "45.5")] // a mean, for any window
    [InlineData("K21", "people", "M", "EAST", "AAC", "120")]
    [InlineData("K21", "people", "M", "EAST", "OAC", "10")]
    public void StatedBaseline_Beats(string measure, string split, string window, string collaborative, string? line, string baseline)
    {
        var stated = Deployment.With(("baselines.csv", """
            collaborative,service_line,measure_id,split,value,source
            EAST,,K21,people,200,board paper
            EAST,AAC,K21,people,120,board paper
            EAST,,K21,nights,4000,board paper
            EAST,,K15,mean,45.5,board paper
            """));
        var breakdown = line is null ? "Collaborative" : "Service Line";
        var kpi = new KpiTold(stated).With("2025-06", 3, measure, split, window, collaborative, breakdown, line)
            .With("2024-06", 10, measure, split, window, collaborative, breakdown, line);

        var row = Assert.Single(Rows(kpi));
        Assert.Equal((baseline, baseline == "10" ? "computed" : "stated: board paper"), (row["baseline"], row["baseline_source"]));
    }

    [Fact]
    public void StatedBaseline_NeedsNoBaselineMonths()
    {
        var stated = Deployment.With(("baselines.csv", "collaborative,service_line,measure_id,split,value,source\nWEST,,K01,all,8,paper\n"));

        Assert.Equal("2025-06-30 6 8 -2 -25  stated: paper", Row(new KpiTold(stated).With("2025-06", 6, collaborative: "WEST")));
    }

    [Fact]
    public void ExactCount_WithoutARow_Is0_APublishedOneIsNotTold()
    {
        var kpi = new KpiTold().With("2025-06", 3, breakdown: "ICB", level: "NEW").With("2024-06", 4, breakdown: "ICB", level: "OLD")
            .With("2025-06", 9, "K22", "actual", breakdown: "ICB", level: "NEW"); // money that was not sent is not 0

        Assert.Empty(Rows(kpi));
        Assert.Equal(
            ["NEW 3 0 3", "OLD 0 4 -4"],
            Rows(kpi, exact: true).Select(r => $"{r["primary_level"]} {r["current"]} {r["baseline"]} {r["change"]}"));
    }

    [Fact]
    public void ExactCount_OfAMonthThatWasNotComputed_IsNot0() => Assert.Empty(Rows(new KpiTold().With("2025-06", 3), exact: true));
}
