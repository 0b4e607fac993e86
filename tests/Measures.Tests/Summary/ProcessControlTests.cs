using Homeward.Measures.Summary;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Summary;

/// <summary>kpis.md §5: the monthly series, what is told of it where, and by whose polarity.</summary>
public class ProcessControlTests
{
    static readonly double?[] Jump = [5, 25, 5, 25, 5, 25, 5, 25, 5, 25, 5, 100];

    static List<Dictionary<string, string>> Rows(KpiTold kpi, bool totalsOnly = true) => TableRows.Of(ProcessControl.Of(kpi.Read(), totalsOnly));

    [Theory]
    [InlineData("K01", "all", 100, "concern")] // lower is better
    [InlineData("K01", "all", -80, "improvement")]
    [InlineData("K19", "people", 100, "improvement")] // higher is better
    [InlineData("K19", "people", -80, "concern")]
    [InlineData("K13", "occupied", 100, "special cause")] // neither
    public void Assessment_IsByTheMeasuresPolarity(string measure, string split, double last, string assessment)
    {
        var rows = Rows(new KpiTold().Series("2025-01", [.. Jump[..^1], last], measure, split));

        Assert.Equal((assessment, "yes", "yes"), (rows[^1]["assessment"], rows[^1]["special_cause"], rows[^1]["outside_limits"]));
        Assert.Equal(("common cause", "no"), (rows[0]["assessment"], rows[0]["special_cause"]));
    }

    [Fact]
    public void SuppressedMonth_IsASuppressedRow_AndNoPoint()
    {
        var rows = Rows(new KpiTold().Series("2025-01", [10, 12, null, 8, 10]));

        Assert.Equal(("", "", "", "yes"), (rows[2]["measure_value"], rows[2]["mean"], rows[2]["upper_limit"], rows[2]["suppressed"]));
        Assert.Equal("10", rows[3]["mean"]);
    }

    [Fact]
    public void Marts_HaveLimitsForTotalsOnly_RestrictedForAll()
    {
        var kpi = new KpiTold().Series("2025-01", [1, 2, 3]).Series("2025-01", [1, 2, 3], collaborative: "ALL", breakdown: "Programme", level: "NONE")
            .Series("2025-01", [1, 2, 3], breakdown: "ICB", level: "QEE");

        Assert.Equal(["Collaborative", "Programme"], Rows(kpi).Select(row => row["breakdown"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(9, Rows(kpi, totalsOnly: false).Count);
    }

    [Fact]
    public void Series_IsTheMonths_NotTheOtherWindows() =>
        Assert.Empty(Rows(new KpiTold().With("2025-01", 3, "K04", window: "R3").With("2025-02", 3, "K04", window: "R3")));

    [Fact]
    public void CountWithoutARow_Is0_AShareWithoutOneIsNoPoint()
    {
        var kpi = new KpiTold().With("2025-01", 4, breakdown: "ICB", level: "QEE").Computed("2025-02").With("2025-03", 2, breakdown: "ICB", level: "QEE")
            .With("2025-01", 50, "K05", "pct", breakdown: "ICB", level: "QEE").With("2025-03", 60, "K05", "pct", breakdown: "ICB", level: "QEE");

        var rows = Rows(kpi, totalsOnly: false);
        Assert.Equal(["4", "0", "2"], rows.Where(row => row["measure_id"] == "K01").Select(row => row["measure_value"]));
        Assert.Equal(["50", "60"], rows.Where(row => row["measure_id"] == "K05").Select(row => row["measure_value"]));
    }
}
