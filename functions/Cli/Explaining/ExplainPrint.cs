using System.Globalization;
using System.Text.RegularExpressions;
using Homeward.Cli.Terminals;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Explaining;

namespace Homeward.Cli.Explaining;

/// <summary>An explanation for a person: the figure, its formula, what it counts, what it leaves out and why, from which submissions.</summary>
sealed partial class ExplainPrint(Terminal terminal)
{
    const int Counted = 20;
    const int PerRule = 3;
    const int Submissions = 12;

    readonly TextWriter to = terminal.Out;
    readonly int width = terminal.Tables().Profile.Width;

    public void Print(Explanation told)
    {
        var unit = told.Split.Unit == Unit.Count ? "" : $" {told.Split.Unit.ToString().ToLowerInvariant()}";
        to.WriteLine($"{told.Measure.Id} {told.Measure.Name}: {(told.Value is { } value ? Text($"{value:#,0.##}{unit}") : "no figure")}");
        to.WriteLine(ExplainDocument.Of(told.Query, told));
        if (told.Denominator is not null)
        {
            to.WriteLine(Text($"made of {told.Numerator:#,0.##} over {told.Denominator:#,0.##}"));
        }

        Heading("Formula");
        Wrapped(told.Measure.Formula);
        Heading($"Counted: {Terminals.Counted.Of(told.Counted.Count, "row")}");
        var shares = told.Counted.Any(row => row.Denominator != 0);
        Rows(told.Counted.Take(Counted).Select(row => (row.Row, shares ? Text($"{row.Numerator:0.##} / {row.Denominator:0.##}") : Text($"{row.Numerator:0.##}"))), "Adds", 2);
        More(told.Counted.Count - Counted);
        Heading($"Left out: {Terminals.Counted.Of(told.LeftOut.Count, "row")}");
        foreach (var rule in told.LeftOut.GroupBy(row => Dates().Replace(row.Rule, "(date)")).OrderByDescending(rule => rule.Count()).ThenBy(rule => rule.Key, StringComparer.Ordinal))
        {
            Wrapped(Text($"{rule.Count():N0}: {rule.Key}"));
            Rows(rule.Take(PerRule).Select(row => (row.Row, "")), "", 4);
            More(rule.Count() - PerRule);
        }

        Heading(Text($"Submissions read: {told.Submissions.Count:N0}"));
        foreach (var submission in told.Submissions.Take(Submissions))
        {
            to.WriteLine($"  {submission}");
        }

        More(told.Submissions.Count - Submissions);
    }

    void Heading(string heading)
    {
        to.WriteLine();
        to.WriteLine(heading);
    }

    void More(int more)
    {
        if (more > 0)
        {
            to.WriteLine(Text($"  and {more:N0} more (--json lists all)"));
        }
    }

    void Rows(IEnumerable<(ExplainedRow Row, string Adds)> rows, string last, int indent)
    {
        List<string[]> lines = [["Table", "Key", "Sent for", "Start", "End", last]];
        lines.AddRange(rows.Select(row => (string[])
            [row.Row.Table, row.Row.Key ?? row.Row.Provider ?? "", row.Row.Month?.ToString() ?? "", Day(row.Row.Start), row.Row.Start is null ? "" : row.Row.End is null ? "open" : Day(row.Row.End), row.Adds]));
        if (lines.Count == 1)
        {
            return;
        }

        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        const int Key = 1;
        widths[Key] = Math.Min(widths[Key], Math.Max(10, width - indent - (2 * (widths.Length - 1)) - (widths.Sum() - widths[Key])));
        foreach (var line in lines)
        {
            to.WriteLine((new string(' ', indent) + string.Join("  ", line.Select((cell, column) => Cut(cell, widths[column]).PadRight(widths[column])))).TrimEnd());
        }
    }

    void Wrapped(string text) => WrappedText.Write(to, text, width, 2);

    static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
