using System.Globalization;
using Homeward.Cli.Terminals;
using Spectre.Console;

namespace Homeward.Cli.Figures;

/// <summary>Figures as a table, CSV or JSON.</summary>
sealed class KpiPrint(Terminal terminal, bool exact)
{
    public void Print(string format, IReadOnlyList<KpiRow> rows)
    {
        if (format == "json")
        {
            Json.Write(terminal.Out, rows);
        }
        else if (format == "csv")
        {
            Csv(rows);
        }
        else
        {
            Table(rows);
        }
    }

    void Table(IReadOnlyList<KpiRow> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in new[] { "Period", "Window", "Of", "Lens", "Scope", "Measure", "Split", "Level", "Value", "Unit", "Coverage" })
        {
            table.AddColumn(new TableColumn(heading) { NoWrap = heading is not ("Measure" or "Level") });
        }

        table.Columns[8].RightAligned();
        table.Columns[10].RightAligned();
        foreach (var row in rows)
        {
            table.AddRow(new[]
            {
                row.Period,
                row.Window,
                row.Collaborative,
                row.Lens,
                row.Scope,
                $"{row.MeasureId} {row.MeasureName}",
                row.Split,
                Level(row),
                Value(row),
                row.Unit,
                row.Coverage is { } coverage ? Text($"{100 * coverage:0} %") : "",
            }.Select(cell => Markup.Escape(cell ?? "")).ToArray());
        }

        terminal.Tables().Write(table);
        var hint = rows.Count == 0 ? " Widen the filters; 'homeward kpis --lake DIR' without any prints all."
            : rows.Any(row => row.Suppressed) ? " * suppressed: fewer than 5 people stand behind it, or it would give such a figure away."
            : "";
        terminal.Out.WriteLine(Text($"{rows.Count:N0} figures.{hint}"));
    }

    void Csv(IReadOnlyList<KpiRow> rows)
    {
        terminal.Out.WriteLine("period,window,collaborative,lens,breakdown,primary_level,primary_level_description,secondary_level,secondary_level_description,"
            + $"measure_id,measure_name,split,scope,measure_value,{(exact ? "numerator,denominator," : "")}unit,suppressed,coverage,status");
        foreach (var row in rows)
        {
            string?[] made = exact ? [Number(row.Numerator), Number(row.Denominator)] : [];
            string?[] cells =
            [
                row.Period, row.Window, row.Collaborative, row.Lens, row.Breakdown,
                row.PrimaryLevel, row.PrimaryLevelDescription, row.SecondaryLevel, row.SecondaryLevelDescription,
                row.MeasureId, row.MeasureName, row.Split, row.Scope, Number(row.Value), .. made,
                row.Unit, row.Suppressed ? "true" : "false", Number(row.Coverage), row.Status,
            ];
            terminal.Out.WriteLine(string.Join(',', cells.Select(Quoted)));
        }
    }

    static string Level(KpiRow row)
    {
        if (row.Breakdown is "Collaborative" or "Programme")
        {
            return row.Breakdown;
        }

        var second = row.SecondaryLevel is null or "NONE" ? "" : $"; {Named(row.SecondaryLevel, row.SecondaryLevelDescription)}";
        return $"{row.Breakdown}: {Named(row.PrimaryLevel, row.PrimaryLevelDescription)}{second}";
    }

    static string Named(string? code, string? name) => name is null || name == code ? code ?? "" : $"{code} {name}";

    static string Value(KpiRow row) => row.Suppressed ? "*" : row.Value is { } value ? Text($"{value:#,0.##}") : "";

    static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    static string Quoted(string? cell) =>
        cell is null ? "" : cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
