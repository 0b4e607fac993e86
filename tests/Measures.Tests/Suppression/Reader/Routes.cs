using Homeward.Columns;
using Homeward.Measures.Tests.Told;

namespace Homeward.Measures.Tests.Suppression.Reader;

/// <summary>Rows of marts/oap_flow as figures: the pair as first level, the service line as second.</summary>
static class Routes
{
    public static IEnumerable<(FigureKey Key, double? Value)> Told(Figures figures)
    {
        var table = figures.Table("marts/oap_flow");
        for (var row = 0; row < table.RowCount; row++)
        {
            string Text(string column) => table.Text(column)[row]!;
            yield return (
                Key(
                    Text("measure_id"), Text("split"), Text("window"), Text("collaborative"), Text("sending_provider"), Text("receiving_provider"),
                    table.Text("service_line")[row]),
                table.Double("measure_value")[row]);
        }
    }

    /// <summary>Counted from restricted/placements.</summary>
    public static IEnumerable<KeyValuePair<FigureKey, double>> Truth(Figures figures)
    {
        var table = figures.Table("restricted/placements");
        var counts = new Dictionary<FigureKey, double>();
        for (var row = 0; row < table.RowCount; row++)
        {
            string? Text(string column) => table.Text(column)[row];
            if (Text("collaborative") is not { } collaborative)
            {
                continue;
            }

            var (window, first, last) = (Text("window")!, First(Text("window")!), new DateOnly(2025, 6, 30));
            var (start, end) = (Day(table, "start_date", row), Day(table, "end_date", row));
            (string Measure, double By)[] adds =
            [
                ("K01", window == "M" && ((Column<bool>)table["active"]).Values[row] ? 1 : 0),
                ("K02", start >= first && start <= last ? 1 : 0),
                ("K03", end >= first && end <= last ? 1 : 0),
                ("K04", ((Column<int>)table["nights"]).Values[row]),
            ];
            foreach (var (measure, by) in adds.Where(add => add.By > 0))
            {
                foreach (var split in (string[])["all", Text("class")!])
                {
                    foreach (var of in (string[])[collaborative, "ALL"])
                    {
                        var key = Key(measure, split, window, of, Text("sending_provider") ?? "UNKNOWN", Text("receiving_provider")!, Text("service_line"));
                        counts[key] = counts.GetValueOrDefault(key) + by;
                    }
                }
            }
        }

        return counts;
    }

    static DateOnly First(string window) => window switch
    {
        "M" => new(2025, 6, 1),
        "R12" => new(2024, 7, 1),
        _ => new(2025, 4, 1), // R3, FY, and since the baseline to March 2025
    };

    static DateOnly? Day(Table table, string column, int row) =>
        table[column].IsNull(row) ? null : DateColumn.Date(((Column<int>)table[column]).Values[row]);

    static FigureKey Key(string measure, string split, string window, string collaborative, string sender, string receiver, string? line) =>
        new(measure, split, "all", window, "people", collaborative, "Route", $"{sender}>{receiver}", line is null or "Unknown" ? "UNKNOWN" : line);
}
