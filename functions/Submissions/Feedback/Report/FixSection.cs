using Homeward.Submissions.Checking;
using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Feedback.Report;

/// <summary>What to put right: first what rejects everything, then what leaves rows out, then warnings; in each causes before what follows from them, then by rows affected.</summary>
static class FixSection
{
    const int Shown = 20;

    public static void Write(Html html, CheckedSubmission submission)
    {
        var kept = submission.Findings.Kept.ToLookup(finding => finding.Rule);
        var rules = RuleCatalogue.All.Where(rule => submission.Findings.Counts.ContainsKey(rule.Id)).ToList();
        html.Raw("<section aria-labelledby=\"fix\">\n<h2 id=\"fix\">What to put right</h2>\n");
        if (rules.Count == 0)
        {
            html.Raw("<p>Nothing: no rule found anything.</p>\n");
        }

        foreach (var group in RootCauses.First(rules, rule => rule, submission.Findings.Rows).GroupBy(rule => RootCauses.Gravity(rule, rules)))
        {
            html.Add($"<h3>{Title(group.Key)}</h3>\n");
            foreach (var rule in group)
            {
                Rule(html, rule, RootCauses.Graver(rule, rules), submission, [.. kept[rule.Id]]);
            }
        }

        html.Raw("</section>\n");
    }

    static string Title(Severity gravity) => gravity switch
    {
        Severity.File => "These reject the whole submission",
        Severity.Warning => "Warnings: the rows count, but look at them",
        _ => "These leave rows out",
    };

    static void Rule(Html html, RuleEntry rule, IEnumerable<RuleEntry> graver, CheckedSubmission submission, IReadOnlyList<Finding> findings)
    {
        var count = submission.Findings.Counts[rule.Id];
        html.Add($"<article class=\"fix fix--{Words.Letter(rule.Severity)}\" aria-labelledby=\"fix-{rule.Id}\">\n<h4 id=\"fix-{rule.Id}\">{rule.Title} ")
            .Add($"<span class=\"nhsuk-tag nhsuk-tag--{Colour(rule.Severity)}\">{rule.Id}</span></h4>\n<p>{Extent(rule, count, submission)}{Because(graver)}</p>\n");
        if (findings.Count > 0)
        {
            html.Add($"<p><span class=\"fix__label\">For example</span> {Place(findings[0])}{findings[0].Message}</p>\n");
        }

        html.Add($"<p><span class=\"fix__label\">What to do</span> {rule.Fix}</p>\n<details class=\"nhsuk-details\"><summary>")
            .Add($"Why it matters, and {(count > Shown ? $"the first {Shown} of {VerdictSection.Count(count, "finding")}" : "every finding")} of {rule.Id}</summary>\n<p>{rule.Why}</p>\n");
        Lines(html, rule, findings);
        if (count > findings.Count)
        {
            html.Add($"<p>findings.csv lists the first {findings.Count} of {count}.</p>\n");
        }

        html.Raw("</details>\n</article>\n");
    }

    static void Lines(Html html, RuleEntry rule, IReadOnlyList<Finding> findings)
    {
        html.Add($"<div class=\"nhsuk-table-container\" tabindex=\"0\" role=\"region\" aria-label=\"Findings of {rule.Id}\"><table class=\"nhsuk-table\"><caption>Findings of {rule.Id}</caption>\n")
            .Raw("<thead><tr><th scope=\"col\">File</th><th scope=\"col\">Line</th><th scope=\"col\">Key</th><th scope=\"col\">Field</th><th scope=\"col\">Value</th><th scope=\"col\">What was found</th></tr></thead>\n<tbody>\n");
        foreach (var finding in findings.Take(Shown))
        {
            html.Add($"<tr><td>{(finding.Table.Length > 0 ? finding.Table + ".csv" : "")}</td><td>");
            _ = finding.Line is { } line ? html.Add($"{line}") : html;
            html.Add($"</td><td>{finding.Key}</td><td>{finding.Field}</td><td>{finding.Value}</td><td>{finding.Message}</td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    /// <summary>Why a finding stands among graver ones.</summary>
    static string Because(IEnumerable<RuleEntry> graver)
    {
        var ids = string.Join(" and ", graver.Select(rule => rule.Id));
        return ids.Length == 0 ? "" : $" Look here first: {ids} may come of it.";
    }

    static string Extent(RuleEntry rule, long count, CheckedSubmission submission)
    {
        var found = $"Found {VerdictSection.Count(count, "time")}";
        var rows = submission.Findings.Rows(rule);
        if (rule.Severity is Severity.File or Severity.Warning)
        {
            return rows == count ? $"{found}." : $"{found}, about {VerdictSection.Count(rows, "row")}.";
        }

        return rows == 0 ? $"{found}, always under a row that another rule rejects: these rows come back by themselves."
            : $"{found}; leaves out {VerdictSection.Count(rows, "row")}, rows under a rejected row included.";
    }

    static string Place(Finding finding) => finding.Line is { } line ? $"{finding.Table}.csv, line {line}: " : "";

    static string Colour(Severity severity) => severity switch
    {
        Severity.File => "red",
        Severity.Warning => "yellow",
        _ => "orange",
    };
}
