using Homeward.Columns;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Explaining;
using Homeward.Measures.Tests.Naive;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Explaining;

/// <summary>Issue: for every row of restricted/kpi, explain's counted rows give its numerator and denominator.</summary>
public class ExplainTests
{
    static readonly Month Period = new(2025, 5);

    static readonly string Budgets = """
        collaborative,service_line,commissioner,financial_year,amount
        EAST,AAC,QEE,2025/26,1200000
        EAST,OAC,QWW,2025/26,240000
        """;

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void EveryRow_IsTheSumOfWhatExplainCounts(int seed)
    {
        var months = new GeneratedServices(seed).AddTo(new GeneratedRegion(seed, new(2025, 1), Period + 1, people: 20).Months);
        JudgedSubmission[] judged = [.. months.Select(m => new JudgedSubmission(m.Provider, m.Period, "u", SubmissionState.Accepted, new(2025, 7, 1, 0, 0, 0, TimeSpan.Zero)))];
        var input = new RunInput(Period, "run", [.. months.Select(m => m.Curated())], judged, Deployment.With(("budgets.csv", Budgets)));
        var table = new Figures(RegionRun.Compute(input)).Table("restricted/kpi");
        var queries = Enumerable.Range(0, table.RowCount).Select(row => Query(table, row)).ToArray();

        var explained = RegionExplain.Explain(input, queries);
        for (var row = 0; row < queries.Length; row++)
        {
            Same(queries[row], table.Double("measure_value")[row], explained[row].Value);
            Same(queries[row], table.Double("numerator")[row], explained[row].Numerator);
            Same(queries[row], table.Double("denominator")[row], explained[row].Denominator);
        }

        Assert.Equal(MeasureCatalogue.InKpi.Select(m => m.Id), queries.Select(q => q.Measure).Distinct());
        Assert.Equal(["FY", "M", "R12", "R3", "SB"], queries.Select(q => q.Window).Distinct().Order(StringComparer.Ordinal));
        Assert.True(queries.Select(q => q.Breakdown).Distinct().Count() > 20);
    }

    static ExplainQuery Query(Table table, int row)
    {
        string Text(string column) => table.Text(column)[row]!;
        return new(
            Text("measure_id"), Text("split"), Text("scope"), Text("window"), Text("collaborative"), Text("lens"), Text("breakdown"),
            Text("primary_level"), Text("secondary_level"));
    }

    static void Same(ExplainQuery query, double? expected, double? actual) => Assert.True(
        expected is null ? actual is null : actual is not null && Math.Abs(expected.Value - actual.Value) <= 1e-9 * Math.Max(1, Math.Abs(expected.Value)),
        $"{query}: expected {expected}, explained {actual}");
}
