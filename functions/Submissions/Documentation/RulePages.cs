using System.Text;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Documentation;

/// <summary>One page per rule, from one template, and a list of all.</summary>
static class RulePages
{
    public static IEnumerable<KeyValuePair<string, string>> Write() =>
        RuleCatalogue.All.Select(rule => KeyValuePair.Create($"rules/{rule.Id}.md", Page(rule))).Append(KeyValuePair.Create("rules/README.md", List()));

    public static string Effect(Severity severity) => severity switch
    {
        Severity.File => "The whole submission is rejected.",
        Severity.Group => "The row is rejected because of a fault between rows, and so is every row under it.",
        Severity.Record => "The row is rejected, and so is every row under it.",
        _ => "A warning: the row is kept and reported.",
    };

    public static string Letter(Severity severity) => severity switch
    {
        Severity.File => "F",
        Severity.Group => "G",
        Severity.Record => "R",
        _ => "W",
    };

    static string List()
    {
        var page = new StringBuilder("# Rules\n\nF rejects the whole submission, G and R reject the row and every row under it, W warns.\n\n");
        page.Append(Markdown.Head("Rule", "Severity", "Tables", "What it finds"));
        foreach (var rule in RuleCatalogue.All)
        {
            page.Append(Markdown.Row($"[{rule.Id}]({rule.Id}.md)", Letter(rule.Severity), Tables(rule), rule.Title));
        }

        return page.ToString();
    }

    static string Page(RuleEntry rule)
    {
        var page = new StringBuilder();
        page.Append($"# {rule.Id}: {rule.Title}\n\n").Append(Markdown.Head("Severity", "Tables")).Append(Markdown.Row(Letter(rule.Severity), Tables(rule)));
        page.Append($"\n{Effect(rule.Severity)}");
        page.Append(rule.Regional ? " It is found when the region's figures are computed, since it takes other submissions to tell; it is reported in `region.csv`.\n" : "\n");
        page.Append($"\n## Cause\n\n{rule.Cause}\n\n## Why it matters\n\n{rule.Why}\n\n## How to fix\n\n{rule.Fix}\n");
        page.Append($"\n## Message\n\n> {rule.Message}\n");
        Example(page, rule);
        page.Append("\n[All rules](README.md) · [The submission](../submission.md)\n");
        return page.ToString();
    }

    static void Example(StringBuilder page, RuleEntry rule)
    {
        var example = rule.Example;
        if (example.Header.Length == 0)
        {
            page.Append($"\n## Example\n\nFound: {example.Found}.\n\nPut right: {example.Right}.\n");
            return;
        }

        page.Append($"\n## Example\n\nFound, in `{example.Table}.csv` (only the fields that matter):\n\n```csv\n{example.Header}\n{example.Found}\n```\n");
        if (example.Right.Length > 0)
        {
            page.Append($"\nPut right:\n\n```csv\n{example.RightHeader}\n{example.Right}\n```\n");
        }
        else
        {
            page.Append($"\nNothing in this row is wrong by itself. {rule.Fix}\n");
        }
    }

    static string Tables(RuleEntry rule) => rule.Tables.Count == 0 ? "all" : string.Join(", ", rule.Tables);
}
