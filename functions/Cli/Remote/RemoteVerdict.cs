using System.Globalization;
using System.Text.Json;
using Homeward.Cli.Terminals;
using Spectre.Console;

namespace Homeward.Cli.Remote;

/// <summary>What the app answered about a submission: its state, and summary.json where it was judged.</summary>
sealed record RemoteVerdict(string Id, string State, JsonElement? Summary)
{
    /// <summary>It is the upload of its month that figures count.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>The provider has something to do before the month counts.</summary>
    public bool IsNo => State is "rejected" or "parked";

    public static bool IsSettled(string? state) => state is "published" or "rejected" or "unchanged" or "parked";

    public void Print(Terminal terminal)
    {
        var console = terminal.Tables();
        console.MarkupLine(State switch
        {
            "rejected" => $"[red]REJECTED[/] {Markup.Escape(Id)}: {Markup.Escape(Reasons())}.",
            "unchanged" => $"[green]UNCHANGED[/] {Markup.Escape(Id)}: the same as the current submission of the month, which stays.",
            "parked" => $"[red]PARKED[/] {Markup.Escape(Id)}: the app failed to judge it, not through your data; its operators see it and put it back.",
            _ => Accepted(),
        });
        if (State == "published" && !IsCurrent)
        {
            console.MarkupLine("[yellow]It does not count:[/] a later upload of the month stands in its place. To have this one count again, send it under a new upload name.");
        }

        if (Summary is { } summary && summary.GetProperty("rules").GetArrayLength() > 0)
        {
            console.Write(Rules(summary));
        }
    }

    string Accepted()
    {
        var rejected = Summary?.GetProperty("tables").EnumerateArray().Sum(table => table.GetProperty("rejected").GetInt64()) ?? 0;
        if (Summary?.GetProperty("newer_upload").GetString() is { } newer)
        {
            return $"[yellow]ACCEPTED[/] {Markup.Escape(Id)}, but a newer upload stands: {Markup.Escape(newer)} was received later and is the one that counts.";
        }

        return rejected == 0
            ? $"[green]ACCEPTED[/] {Markup.Escape(Id)}: no row is left out."
            : $"[yellow]ACCEPTED[/] {Markup.Escape(Id)}, {LeftOutRows.Hide(rejected, Hidden("people"), Hidden("nights"), Hidden("active_placements"))}";
    }

    long Hidden(string what) => Summary?.GetProperty("hidden").GetProperty(what).GetInt64() ?? 0;

    string Reasons() => string.Join(
        "; ",
        Summary?.GetProperty("rules").EnumerateArray().Where(rule => rule.GetProperty("severity").GetString() == "F")
            .Select(rule => $"{rule.GetProperty("rule").GetString()} {rule.GetProperty("title").GetString()}") ?? []);

    static Table Rules(JsonElement summary)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Rule", "Effect", "Found", "What");
        table.Columns[2].RightAligned();
        foreach (var rule in summary.GetProperty("rules").EnumerateArray())
        {
            var effect = rule.GetProperty("severity").GetString() switch { "F" => "[red]rejects all[/]", "W" => "warning", _ => "[yellow]rejects the row[/]" };
            table.AddRow(rule.GetProperty("rule").GetString()!, effect, Text($"{rule.GetProperty("count").GetInt64():N0}"), Markup.Escape(rule.GetProperty("title").GetString()!));
        }

        return table;
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
