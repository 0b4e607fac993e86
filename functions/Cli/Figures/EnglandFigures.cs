using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake;

namespace Homeward.Cli.Figures;

/// <summary>Published figures for England, to print beside a region's: <c>marts/national.parquet</c>, made by <c>import-national</c>.</summary>
sealed class EnglandFigures
{
    readonly Dictionary<(string Period, string Window, string Measure, string Split, string Scope), double> values = [];

    EnglandFigures(Table? table)
    {
        // Later ones replace earlier ones: Final stands above Performance, and that above Provisional.
        foreach (var row in Rows(table).OrderBy(row => Rank(table!.Text("status")[row])))
        {
            var period = Month.Of(table!.Date("reporting_period_end").DateAt(row)!.Value).ToString();
            string At(string column) => table.Text(column)[row]!;
            values[(period, At("window"), At("measure_id"), At("split"), At("scope"))] = table.Double("measure_value")[row]!.Value;
        }
    }

    public static LakePath Path { get; } = LakePath.Of(Zone.Marts, "national.parquet");

    /// <summary>None where nothing was imported.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    public static async Task<EnglandFigures> Read(ILakeStore store, CancellationToken cancel)
    {
        try
        {
            return new(await store.Get(Path, cancel) is { } file ? ParquetReader.Open(file.Bytes).Read(name: "national") : null);
        }
        catch (ParquetException e)
        {
            throw new InputException($"{Path} cannot be read: {e.Message} Run 'homeward import-national' again.");
        }
    }

    /// <summary>The rows, totals with England's figure of the same measure, split, scope, window and period where there is one.</summary>
    public IEnumerable<KpiRow> Beside(IEnumerable<KpiRow> rows) => rows.Select(row =>
        row.Breakdown is "Collaborative" or "Programme"
        && row is { Window: { } window, MeasureId: { } measure, Split: { } split, Scope: { } scope }
        && values.TryGetValue((row.Period, window, measure, split, scope), out var value)
            ? row with { England = value }
            : row);

    static IEnumerable<int> Rows(Table? table) => table is null ? [] : Enumerable.Range(0, table.RowCount).Where(row =>
        table.Text("breakdown")[row] == "England" && table.Text("measure_id")[row] is not null && table.Text("window")[row] is not null
        && table.Double("measure_value")[row] is not null);

    static int Rank(string? status) => status switch { "Final" => 3, "Performance" => 2, "Provisional" => 1, _ => 0 };
}
