using Homeward.Columns;

namespace Homeward.Measures.Tests.Told;

/// <summary>A row of restricted/kpi or marts/kpi, without what is the same in all.</summary>
sealed record FigureKey(
    string Measure, string Split, string Scope, string Window, string Lens, string Collaborative, string Breakdown, string Primary, string Secondary);

/// <summary>The files of a run, and its exact figures by name.</summary>
sealed class Figures
{
    readonly Dictionary<FigureKey, double> exact;

    public Figures(IReadOnlyList<MartFile> files)
    {
        Files = files;
        exact = Read(Table("restricted/kpi")).ToDictionary(row => row.Key, row => row.Value!.Value);
    }

    public IReadOnlyList<MartFile> Files { get; }

    public IReadOnlyDictionary<FigureKey, double> Exact => exact;

    public Table Table(string folder) => Files.Single(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)).Table!;

    /// <summary>The exact figure; null where there is no row.</summary>
    public double? Value(
        string measure,
        string split = "all",
        string window = "M",
        string collaborative = "EAST",
        string lens = "people",
        string breakdown = "Collaborative",
        string? level = null,
        string second = "NONE",
        string scope = "all")
    {
        var key = new FigureKey(measure, split, scope, window, lens, collaborative, breakdown, level ?? collaborative, second);
        return exact.TryGetValue(key, out var value) ? value : null;
    }

    /// <summary>The programme's own total.</summary>
    public double? Programme(string measure, string split = "all", string window = "M", string lens = "people", string scope = "all") =>
        Value(measure, split, window, "ALL", lens, "Programme", "NONE", scope: scope);

    public static IEnumerable<(FigureKey Key, double? Value)> Read(Table table)
    {
        for (var row = 0; row < table.RowCount; row++)
        {
            string Text(string column) => table.Text(column)[row]!;
            var key = new FigureKey(
                Text("measure_id"), Text("split"), Text("scope"), Text("window"), Text("lens"), Text("collaborative"), Text("breakdown"),
                Text("primary_level"), Text("secondary_level"));
            yield return (key, table.Double("measure_value")[row]);
        }
    }
}
