namespace Homeward.Submissions.Documentation;

/// <summary>Text as Markdown has it.</summary>
static class Markdown
{
    /// <summary>Text inside a table's cell.</summary>
    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);

    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Cell))} |\n";

    public static string Head(params string[] columns) => Row(columns) + Row(columns.Select(_ => "---"));
}
