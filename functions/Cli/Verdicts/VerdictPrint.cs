using System.Globalization;
using Homeward.Cli.Terminals;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Rules;
using Spectre.Console;

namespace Homeward.Cli.Verdicts;

/// <summary>A verdict for a person: the answer first, then what to fix.</summary>
sealed class VerdictPrint(Terminal terminal)
{
    readonly IAnsiConsole console = terminal.Tables();

    public void Print(CheckedSubmission submission, string? report)
    {
        var rules = RuleSummary.Of(submission.Findings);
        console.MarkupLine(Headline(submission, rules));
        console.WriteLine();
        Tables(submission);
        if (rules.Count > 0)
        {
            Rules(rules);
            FirstLines(rules);
        }

        terminal.Out.WriteLine(report is null ? "Every line, as a report: run again with --out DIR." : $"The full report: {report}");
    }

    static string Headline(CheckedSubmission submission, IReadOnlyList<RuleSummary> rules)
    {
        var id = Markup.Escape(submission.Identity.Id);
        if (submission.Verdict == Verdict.Rejected)
        {
            var why = string.Join("; ", rules.Where(rule => rule.Rule.Severity == Severity.File).Select(rule => $"{rule.Rule.Id} {rule.Rule.Title}"));
            return $"[red]REJECTED[/] {id}: {Markup.Escape(why)}.";
        }

        var rejected = submission.Tables.Sum(table => (long)table.Rejected);
        return rejected == 0
            ? $"[green]ACCEPTED[/] {id}: no row is left out."
            : $"[yellow]ACCEPTED[/] {id}, {LeftOutRows.Hide(rejected, submission.Hidden.People, submission.Hidden.Nights, submission.Hidden.ActivePlacements)}";
    }

    /// <summary>A table that could not be read, or has to be sent and was not, is in the list too, with what is wrong.</summary>
    void Tables(CheckedSubmission submission)
    {
        var wrong = submission.Findings.Kept
            .Where(finding => finding.Severity == Severity.File && RuleCatalogue.Find(finding.Rule).Depth != Depth.Consequence)
            .ToLookup(finding => finding.Table);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Table", "Rows", "Accepted", "Rejected", "Warned");
        foreach (var column in table.Columns.Skip(1))
        {
            column.RightAligned();
        }

        if (submission.Tables.Any(sent => wrong.Contains(sent.Spec.Name)))
        {
            table.AddColumn("What is wrong with it");
        }

        foreach (var sent in submission.Tables.Where(sent => sent.Present || wrong.Contains(sent.Spec.Name)))
        {
            string[] counts = sent.Present || sent.Read > 0
                ? [Text($"{sent.Read:N0}"), Text($"{sent.AcceptedRows:N0}"), Text($"{sent.Rejected:N0}"), Text($"{sent.Warned:N0}")]
                : ["-", "-", "-", "-"];
            string[] problem = table.Columns.Count > counts.Length + 1 ? [Markup.Escape(Problem([.. wrong[sent.Spec.Name]]))] : [];
            table.AddRow([sent.Spec.Name, .. counts, .. problem]);
        }

        console.Write(table);
    }

    static string Problem(Finding[] wrong) => wrong.Length switch
    {
        0 => "",
        1 => wrong[0].Message,
        _ => Text($"{wrong[0].Message} And {wrong.Length - 1} more."),
    };

    void Rules(IReadOnlyList<RuleSummary> rules)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Rule", "Effect", "Found", "What");
        table.Columns[2].RightAligned();
        foreach (var rule in rules)
        {
            table.AddRow(rule.Rule.Id, Effect(rule.Rule.Severity), Text($"{rule.Count:N0}"), Markup.Escape(rule.Rule.Title));
        }

        console.Write(table);
    }

    void FirstLines(IReadOnlyList<RuleSummary> rules)
    {
        foreach (var rule in rules)
        {
            terminal.Out.WriteLine(rule.First.Count < rule.Count ? Text($"{rule.Rule.Id}, the first {rule.First.Count} of {rule.Count:N0}:") : $"{rule.Rule.Id}:");
            foreach (var finding in rule.First)
            {
                WrappedText.Write(terminal.Out, $"{Where(finding)}{finding.Message}", console.Profile.Width, 2);
            }
        }

        terminal.Out.WriteLine();
    }

    static string Where(Finding finding) =>
        finding.Table.Length == 0 || finding.Message.StartsWith($"{finding.Table}.csv", StringComparison.Ordinal) ? ""
            : finding.Line is { } line ? Text($"{finding.Table}.csv line {line}: ") : $"{finding.Table}.csv: ";

    static string Effect(Severity severity) => severity switch
    {
        Severity.File => "[red]rejects all[/]",
        Severity.Warning => "warning",
        _ => "[yellow]rejects the row[/]",
    };

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
