using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake;

namespace Homeward.Cli.Figures;

/// <summary>A file of figures, as the lake has it (kpis.md §6).</summary>
sealed class KpiFile
{
    readonly Table table;

    KpiFile(Table table, string? runId) => (this.table, RunId) = (table, runId);

    /// <summary>The run that made it.</summary>
    public string? RunId { get; }

    /// <summary>The figures of one month; null where the month has none.</summary>
    /// <param name="zone">Marts for suppressed figures, Restricted for exact ones.</param>
    public static Task<KpiFile?> Read(ILakeStore store, Zone zone, Month period, CancellationToken cancel) =>
        Read(store, LakePaths.Kpi(zone, period), cancel);

    /// <summary>Null where there is none.</summary>
    public static async Task<KpiFile?> Read(ILakeStore store, LakePath path, CancellationToken cancel)
    {
        if (await store.Get(path, cancel) is not { } file)
        {
            return null;
        }

        try
        {
            var reader = ParquetReader.Open(file.Bytes);
            return new KpiFile(reader.Read(name: "kpi"), reader.Metadata.GetValueOrDefault("run_id"));
        }
        catch (ParquetException e)
        {
            throw new InputException($"{path} cannot be read: {e.Message} Run 'homeward run' again.");
        }
    }

    /// <summary>The months that have figures, ascending.</summary>
    public static async Task<IReadOnlyList<Month>> Periods(ILakeStore store, Zone zone, CancellationToken cancel)
    {
        const string Folder = "period=";
        var names = await store.List(LakeFolder.Of(zone, "kpi"), cancel).Select(entry => entry.Name.Split('/')[0]).Distinct().ToListAsync(cancel);
        return [.. names.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => Month.Parse(name[Folder.Length..])).Order()];
    }

    /// <summary>Rows where every column given has the value given (null: no value), ascending.</summary>
    public IEnumerable<int> Rows(IReadOnlyDictionary<string, string?> wanted)
    {
        var columns = wanted.Select(want => (table.Text(want.Key).Codes, Code: CodeOf(table.Text(want.Key), want.Value))).ToArray();
        return Array.Exists(columns, want => want.Code is null)
            ? []
            : Enumerable.Range(0, table.RowCount).Where(row => Array.TrueForAll(columns, want => want.Codes[row] == want.Code));
    }

    /// <summary>The month that the row's window ends in; empty where it says none.</summary>
    public string Period(int row) => table.Date("reporting_period_end").DateAt(row) is { } end ? Month.Of(end).ToString() : "";

    public string? Text(string column, int row) => table.Text(column)[row];

    public double? Number(string column, int row) => table.Has(column) ? table.Double(column)[row] : null;

    public bool Flag(string column, int row) => table.Boolean(column)[row] ?? false;

    /// <summary>Null where no row has the text.</summary>
    static int? CodeOf(TextColumn column, string? text)
    {
        if (text is null)
        {
            return -1;
        }

        for (var code = 0; code < column.Pool.Count; code++)
        {
            if (column.Pool.Text(code) == text)
            {
                return code;
            }
        }

        return null;
    }
}
