using System.Globalization;
using System.Text;
using Homeward.Cli.Terminals;
using Spectre.Console;

namespace Homeward.Cli.Figures;

/// <summary>Figures for a person: one line each under what they share, with their series, their change and what is not chance.</summary>
sealed class KpiTable(Terminal terminal)
{
    const int LongestSplit = 18;
    const int ShortestLevel = 14;
    const int Gap = 2;

    readonly IAnsiConsole console = terminal.Tables();

    /// <summary>How many months a series has room for.</summary>
    public int Points => console.Profile.Width switch { >= 100 => 24, >= 80 => 12, _ => 6 };

    /// <param name="series">Key → a point per month up to the one shown; null where every month is a line of its own.</param>
    public void Print(IReadOnlyList<KpiRow> rows, IReadOnlyDictionary<FigureKey, double?[]>? series)
    {
        var columns = Columns(rows, series);
        foreach (var group in rows.GroupBy(row => (row.MeasureId, row.MeasureName, row.Unit, row.Window, row.Collaborative, row.Lens, row.Scope, row.Breakdown, Period: series is null ? "" : row.Period)))
        {
            var of = group.Key;
            console.MarkupLine($"[bold]{Markup.Escape(Cut($"{of.MeasureId} {of.MeasureName} ({of.Unit})", console.Profile.Width))}[/]");
            console.MarkupLine($"[dim]{Markup.Escape(Text($"window {of.Window}{(of.Period.Length > 0 ? $" to {of.Period}" : "")}, {of.Collaborative}, {of.Lens}, scope {of.Scope}"))}[/]");
            Line(columns.Select(column => (column, column.Heading.Length > 0 ? column.Heading : of.Breakdown ?? "", "dim")));
            foreach (var row in group)
            {
                Line(columns.Select(column => (column, column.Cell(row), column.Style(row))));
            }

            console.WriteLine();
        }

        Notes(rows, series is not null);
    }

    List<Column> Columns(IReadOnlyList<KpiRow> rows, IReadOnlyDictionary<FigureKey, double?[]>? series)
    {
        var unicode = console.Profile.Capabilities.Unicode;
        var level = new Column("", false, Level);
        List<Column> columns =
        [
            level,
            .. series is null ? [new Column("Month", false, row => row.Period)] : Array.Empty<Column>(),
            new("Split", false, row => Cut(row.Split ?? "", LongestSplit)),
            new("Value", true, row => row.Suppressed ? "*" : Number(row.Value)),
            .. Shown(rows, row => row.England, new("England", true, row => Number(row.England))),
            .. series is null ? [] : new[] { new Column(Text($"{Points} months"), false, row => Sparkline.Of(series.GetValueOrDefault(row.Key) ?? [], unicode)) },
            .. Shown(rows, row => row.ChangePct, new("Change", true, row => row.ChangePct is { } change ? Text($"{change:+0;-0;0} %") : "")),
            .. rows.Any(row => Mark(row).Length > 0) ? [new("Not chance", false, Mark, Colour)] : Array.Empty<Column>(),
            .. rows.Any(row => row.Coverage < 1) ? [new("Coverage", true, row => row.Coverage is { } share ? Text($"{100 * share:0} %") : "")] : Array.Empty<Column>(),
        ];
        foreach (var column in columns)
        {
            column.Width = rows.Select(row => Math.Max(column.Cell(row).Length, column == level ? row.Breakdown?.Length ?? 0 : 0)).Append(column.Heading.Length).Max();
        }

        var others = columns.Where(column => column != level).Sum(column => column.Width + Gap);
        level.Width = Math.Min(level.Width, Math.Max(ShortestLevel, console.Profile.Width - others));
        return columns;
    }

    static IEnumerable<Column> Shown(IEnumerable<KpiRow> rows, Func<KpiRow, double?> value, Column column) => rows.Any(row => value(row) is not null) ? [column] : [];

    /// <summary>Without blanks at the end, so that a line as wide as the terminal does not wrap.</summary>
    void Line(IEnumerable<(Column Column, string Cell, string Style)> cells)
    {
        var (line, start, at) = (new StringBuilder(), 0, 0);
        foreach (var (column, cell, style) in cells)
        {
            var text = Cut(cell, column.Width).TrimEnd();
            var from = start + (column.Right ? column.Width - text.Length : 0);
            if (text.Length > 0)
            {
                line.Append(' ', from - at).Append(style.Length > 0 ? $"[{style}]{Markup.Escape(text)}[/]" : Markup.Escape(text));
                at = from + text.Length;
            }

            start += column.Width + Gap;
        }

        console.MarkupLine(line.ToString());
    }

    void Notes(IReadOnlyList<KpiRow> rows, bool withSeries)
    {
        Note(rows.Count == 1 ? "1 figure." : Text($"{rows.Count:N0} figures."));
        if (rows.Count == 0)
        {
            Note("Widen the filters; 'homeward kpis --lake DIR' without any prints all.");
        }

        if (rows.Any(row => row.Suppressed))
        {
            Note("* and ? suppressed: fewer than 5 people, or it would give such a figure away.");
        }

        if (withSeries && rows.Any(row => row.ChangePct is not null))
        {
            Note("Change: against the baseline.");
        }

        if (rows.Any(row => Mark(row).Length > 0))
        {
            Note("Not chance: special cause by XmR limits over the monthly series.");
        }
    }

    void Note(string text) => WrappedText.Write(terminal.Out, text, console.Profile.Width, 0);

    static string Level(KpiRow row) => Named(row.PrimaryLevel, row.PrimaryLevelDescription)
        + (row.SecondaryLevel is null or "NONE" ? "" : $"; {Named(row.SecondaryLevel, row.SecondaryLevelDescription)}");

    static string Named(string? code, string? name) => name is null || name == code ? code ?? "" : $"{code} {name}";

    static string Mark(KpiRow row) => row.Assessment is null or "common cause" ? "" : row.Assessment;

    static string Colour(KpiRow row) => row.Assessment switch { "improvement" => "green", "concern" => "yellow", _ => "" };

    static string Number(double? value) => value is null ? "" : Text($"{value:#,0.##}");

    static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    sealed class Column(string heading, bool right, Func<KpiRow, string> cell, Func<KpiRow, string>? style = null)
    {
        public string Heading { get; } = heading;

        public bool Right { get; } = right;

        public Func<KpiRow, string> Cell { get; } = cell;

        public Func<KpiRow, string> Style { get; } = style ?? (_ => "");

        public int Width { get; set; }
    }
}
