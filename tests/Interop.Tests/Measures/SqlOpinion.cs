using System.Globalization;
using Homeward.Submissions.Specification;

namespace Homeward.Interop.Tests.Measures;

/// <summary>
/// The measures once more, in SQL, straight from kpis.md (sql/*.sql), over the curated files and the reference data of a region; and how
/// they differ from <c>restricted/kpi</c>.
/// </summary>
sealed class SqlOpinion : IDisposable
{
    static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Measures", "sql");

    readonly DuckDb duck = new();

    public SqlOpinion(ComputedRegion region)
    {
        duck.Query(string.Join('\n', [.. References(region.Reference), .. Tables(region.Lake), Judged(region.Lake), Periods(region)]));
        foreach (var script in (string[])[.. In("records"), .. In("measures"), Path.Combine(Scripts, "figures.sql")])
        {
            duck.Query(File.ReadAllText(script));
        }

        duck.Query($"""
            CREATE TABLE exact AS
            SELECT date_trunc('month', reporting_period_end)::DATE AS period, * EXCLUDE (period)
            FROM read_parquet({DuckDb.Quote($"{region.Lake}/restricted/kpi/period=*/data.parquet")});
            """);
    }

    /// <summary>Figures other than 0 that both sides have an opinion on, by measure and split.</summary>
    public IReadOnlyDictionary<(string Measure, string Split), int> Compared => duck.Query("""
        SELECT measure_id, split, count(*) AS n FROM opinion
        JOIN exact USING (period, "window", collaborative, lens, breakdown, primary_level, secondary_level, measure_id, split, scope)
        WHERE value <> 0
        GROUP BY ALL
        """).Rows.ToDictionary(row => (row[0].GetString()!, row[1].GetString()!), row => row[2].GetInt32());

    /// <summary>Figures that are not the same, in words; a missing count or sum of nights is a 0.</summary>
    public IReadOnlyList<string> Differences => [.. duck.Query("""
        SELECT concat_ws(' ', measure_id, split, scope, lens, strftime(period, '%Y-%m'), "window", collaborative, breakdown, primary_level, secondary_level),
            coalesce(value::VARCHAR, 'no row'), coalesce(measure_value::VARCHAR, 'no row')
        FROM opinion
        FULL JOIN exact
            USING (period, "window", collaborative, lens, breakdown, primary_level, secondary_level, measure_id, split, scope)
        WHERE CASE
            WHEN value IS NULL OR measure_value IS NULL
                THEN coalesce(value, 0) <> coalesce(measure_value, 0) OR (coalesce(unit, '') NOT IN ('count', 'nights', '') AND NOT (measure_id = 'K18' AND split = 'days'))
            ELSE abs(value - measure_value) > 1e-12 * greatest(1, abs(value)) AND NOT (unit = 'gbp' AND abs(value - measure_value) < 1e-6) END
        ORDER BY ALL
        """).Rows.Select(row => $"{row[0]}: SQL says {row[1]}, the engine {row[2]}")];

    public void Dispose() => duck.Dispose();

    static IEnumerable<string> In(string folder) => Directory.GetFiles(Path.Combine(Scripts, folder), "*.sql").Order(StringComparer.Ordinal);

    static IEnumerable<string> References(string folder) =>
        from file in Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal)
        select $"CREATE TABLE csv_{Path.GetFileNameWithoutExtension(file)} AS FROM read_csv({DuckDb.Quote(file)}, header = true, all_varchar = true);";

    static IEnumerable<string> Tables(string lake) =>
        from table in SpecificationTables.All
        where table.Name != "submission"
        select $"""
            CREATE TABLE {table.Name} AS
            FROM read_parquet({DuckDb.Quote($"{lake}/curated/{table.Name}/period=*/provider=*/data.parquet")}, hive_partitioning = false);
            """;

    static string Judged(string lake) => $"""
        CREATE TABLE judged AS
        SELECT provider, period, status, received::TIMESTAMPTZ AS received FROM read_json({DuckDb.Quote($"{lake}/feedback/*/*/*/summary.json")});
        """;

    static string Periods(ComputedRegion region) => string.Create(
        CultureInfo.InvariantCulture,
        $"CREATE TABLE period AS SELECT unnest([{string.Join(", ", region.Periods.Select(p => $"DATE '{p}-01'"))}]) AS period;");
}
