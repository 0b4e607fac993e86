using Homeward.Columns;
using Homeward.Synthetic;

namespace Homeward.Interop.Tests.Measures;

/// <summary>
/// K26 counts what judging found, so that curated files cannot tell it: the second opinion adds up the feedback that providers were given
/// (sql/quality.sql).
/// </summary>
public sealed class QualityOpinionTests
{
    static readonly Month First = new(2025, 4);
    static readonly Month Last = new(2025, 8);

    [Fact]
    public async Task Figures_OfDataQuality_EqualThoseOfTheFeedback()
    {
        var scenario = ScenarioCatalogue.Find("east-of-england")!.Generate(1);
        var uploads = scenario with { Uploads = [.. scenario.Uploads.Where(upload => upload.Identity.Period >= First)] };
        using var region = await ComputedRegion.Of(folder => SyntheticWriter.Write(uploads, folder), Last, Last - 2);
        using var duck = new DuckDb();
        duck.Query($"""
            CREATE TABLE member AS FROM read_csv({DuckDb.Quote($"{region.Reference}/members.csv")}, header = true, all_varchar = true);
            CREATE TABLE summary AS FROM read_json({DuckDb.Quote($"{region.Lake}/feedback/*/*/*/summary.json")}, filename = true);
            CREATE TABLE vodim AS FROM read_csv({DuckDb.Quote($"{region.Lake}/feedback/*/*/*/vodim.csv")}, filename = true);
            """);
        duck.Query(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Measures", "sql", "quality.sql")));
        duck.Query($"""
            CREATE TABLE compared AS
            SELECT coalesce(told.split, exact.split) AS split, value, measure_value
            FROM (FROM quality WHERE period IN ('{Last}', '{Last - 2}')) AS told
            FULL JOIN (
                SELECT strftime(reporting_period_end, '%Y-%m') AS period, * EXCLUDE (period)
                FROM read_parquet({DuckDb.Quote($"{region.Lake}/restricted/data_quality/period=*/data.parquet")})) AS exact
                ON told.period = exact.period AND told.collaborative = exact.collaborative AND told.breakdown = exact.breakdown
                AND told.provider IS NOT DISTINCT FROM exact.provider AND told.table_name IS NOT DISTINCT FROM exact.table_name
                AND told.field IS NOT DISTINCT FROM exact.field AND told.split = exact.split;
            """);

        Assert.Equal(0, duck.Query("SELECT count(*) FROM compared WHERE abs(coalesce(value, 0) - coalesce(measure_value, 0)) > 1e-9").Scalar.GetInt32());
        Assert.Equal(
            "default findings_per_1000 invalid missing nights_hidden pct_rejected valid",
            duck.Query("SELECT string_agg(DISTINCT split, ' ' ORDER BY split) FROM compared WHERE value > 0 AND measure_value > 0").Scalar.GetString());
    }
}
