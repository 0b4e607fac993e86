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
        var national = rows.Any(row => row.England is not null);
        string[] headings = ["Period", "Window", "Of", "Lens", "Scope", "Measure", "Split", "Level", "Value", .. national ? ["England"] : Array.Empty<string>(), "Unit", "Coverage"];
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(heading) { NoWrap = heading is not ("Measure" or "Level") });
        }

        foreach (var number in (string[])["Value", "England", "Coverage"])
        {
            var column = Array.IndexOf(headings, number);
            _ = column < 0 ? null : table.Columns[column].RightAligned();
        }

        foreach (var row in rows)
        {
            string?[] cells =
            [
                row.Period,
                row.Window,
                row.Collaborative,
                row.Lens,
                row.Scope,
                $"{row.MeasureId} {row.MeasureName}",
                row.Split,
                Level(row),
                Value(row),
                .. national ? [row.England is { } england ? Text($"{england:#,0.##}") : ""] : Array.Empty<string>(),
                row.Unit,
                row.Coverage is { } coverage ? Text($"{100 * coverage:0} %") : "",
            ];
            table.AddRow(cells.Select(cell => Markup.Escape(cell ?? "")).ToArray());
        }

        terminal.Tables().Write(table);
        var hint = rows.Count == 0 ? " Widen the filters; 'homeward kpis --lake DIR' without any prints all."
            : rows.Any(row => row.Suppressed) ? " * suppressed: fewer than 5 people stand behind it, or it would give such a figure away."
            : "";
        terminal.Out.WriteLine(Text($"{rows.Count:N0} figures.{hint}"));
    }

    void Csv(IReadOnlyList<KpiRow> rows)
    {
        var national = rows.Any(row => row.England is not null);
        terminal.Out.WriteLine("period,window,collaborative,lens,breakdown,primary_level,primary_level_description,secondary_level,secondary_level_description,"
            + $"measure_id,measure_name,split,scope,measure_value,{(exact ? "numerator,denominator," : "")}unit,suppressed,coverage,status{(national ? ",england" : "")}");
        foreach (var row in rows)
        {
            string?[] made = exact ? [Number(row.Numerator), Number(row.Denominator)] : [];
            string?[] cells =
            [
                row.Period, row.Window, row.Collaborative, row.Lens, row.Breakdown,
                row.PrimaryLevel, row.PrimaryLevelDescription, row.SecondaryLevel, row.SecondaryLevelDescription,
                row.MeasureId, row.MeasureName, row.Split, row.Scope, Number(row.Value), .. made,
                row.Unit, row.Suppressed ? "true" : "false", Number(row.Coverage), row.Status,
                .. national ? [Number(row.England)] : Array.Empty<string>(),
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
