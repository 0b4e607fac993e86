using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Feedback.Report;

/// <summary>Per table: read, accepted, rejected, warned.</summary>
static class TablesSection
{
    public static void Write(Html html, CheckedSubmission submission)
    {
        html.Raw("<section aria-labelledby=\"tables\">\n<h2 id=\"tables\">Tables</h2>\n")
            .Raw("<div class=\"nhsuk-table-container\" tabindex=\"0\" role=\"region\" aria-label=\"Rows by table\"><table class=\"nhsuk-table\"><caption>Rows by table</caption>\n")
            .Raw("<thead><tr><th scope=\"col\">Table</th><th scope=\"col\" class=\"numeric\">Read</th><th scope=\"col\" class=\"numeric\">Accepted</th><th scope=\"col\" class=\"numeric\">Rejected</th><th scope=\"col\" class=\"numeric\">With a warning</th></tr></thead>\n<tbody>\n");
        foreach (var table in submission.Tables)
        {
            _ = table.Read > 0
                ? html.Add($"<tr><th scope=\"row\"><a href=\"#fields-{table.Spec.Name}\">{table.Spec.Name}</a></th>")
                : html.Add($"<tr><th scope=\"row\">{table.Spec.Name}</th>");
            if (table.Present || table.Read > 0)
            {
                html.Add($"<td class=\"numeric\">{table.Read}</td><td class=\"numeric\">{table.AcceptedRows}</td><td class=\"numeric\">{table.Rejected}</td><td class=\"numeric\">{table.Warned}</td></tr>\n");
            }
            else
            {
                html.Raw("<td colspan=\"4\" class=\"numeric\">not sent, or not readable</td></tr>\n");
            }
        }

        html.Raw("</tbody></table></div>\n</section>\n");
    }
}
