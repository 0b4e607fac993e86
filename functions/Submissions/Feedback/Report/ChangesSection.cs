using System.Globalization;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Feedback.Report;

/// <summary>Changes since the provider's submission of the month before, where there is one.</summary>
static class ChangesSection
{
    public static void Write(Html html, CheckedSubmission submission)
    {
        if (submission.RowsLastMonth is not { } rows)
        {
            return;
        }

        html.Raw("<section aria-labelledby=\"changes\">\n<h2 id=\"changes\">Changes since last month</h2>\n");
        Table(html, "Rows read", "Table", [.. submission.Tables.Where(table => table.Spec.Key is not null && (table.Read > 0 || rows.GetValueOrDefault(table.Spec.Name) > 0))
            .Select(table => (table.Spec.Name, (long)rows.GetValueOrDefault(table.Spec.Name), (long)table.Read))]);
        if (submission.FindingsLastMonth is { } findings)
        {
            Table(html, "Findings", "Rule", [.. RuleCatalogue.All
                .Select(rule => ($"{rule.Id} {rule.Title}", findings.GetValueOrDefault(rule.Id), submission.Findings.Counts.GetValueOrDefault(rule.Id)))
                .Where(rule => rule.Item2 != rule.Item3)]);
        }

        html.Raw("</section>\n");
    }

    static void Table(Html html, string caption, string what, IReadOnlyList<(string Name, long Before, long Now)> rows)
    {
        if (rows.Count == 0)
        {
            html.Add($"<p>{caption}: no change.</p>\n");
            return;
        }

        html.Add($"<div class=\"nhsuk-table-container\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}, month by month\"><table class=\"nhsuk-table\"><caption>{caption}</caption>\n")
            .Add($"<thead><tr><th scope=\"col\">{what}</th><th scope=\"col\" class=\"numeric\">Last month</th><th scope=\"col\" class=\"numeric\">This month</th><th scope=\"col\" class=\"numeric\">Change</th></tr></thead>\n<tbody>\n");
        foreach (var (name, before, now) in rows)
        {
            html.Add($"<tr><th scope=\"row\">{name}</th><td class=\"numeric\">{before}</td><td class=\"numeric\">{now}</td><td class=\"numeric\">{Signed(now - before)}</td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    static string Signed(long change) => change.ToString("+#,0;\u2212#,0;0", CultureInfo.InvariantCulture);
}
