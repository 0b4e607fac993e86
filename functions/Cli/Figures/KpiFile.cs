using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake;

namespace Homeward.Cli.Figures;

/// <summary>The figures of one month, as the lake has them (kpis.md §6).</summary>
sealed class KpiFile
{
    readonly Table table;

    KpiFile(Table table) => this.table = table;

    public int RowCount => table.RowCount;

    /// <param name="zone">Marts for suppressed figures, Restricted for exact ones.</param>
    /// <returns>Null where the month has none.</returns>
    public static async Task<KpiFile?> Read(ILakeStore store, Zone zone, Month period, CancellationToken cancel)
    {
        var path = LakePaths.Kpi(zone, period);
        if (await store.Get(path, cancel) is not { } file)
        {
            return null;
        }

        try
        {
            return new KpiFile(ParquetReader.Open(file.Bytes).Read(name: "kpi"));
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
        var columns = wanted.Select(want => (Column: table.Text(want.Key), want.Value)).ToArray();
        return Enumerable.Range(0, table.RowCount).Where(row => Array.TrueForAll(columns, want => want.Column[row] == want.Value));
    }

    public string? Text(string column, int row) => table.Text(column)[row];

    public double? Number(string column, int row) => table.Has(column) ? table.Double(column)[row] : null;

    public bool Flag(string column, int row) => table.Boolean(column)[row] ?? false;

    public DateOnly? Date(string column, int row) => table.Date(column).DateAt(row);
}
