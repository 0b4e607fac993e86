using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Feedback.Report;

/// <summary>Quality of every field, as a bar and in numbers.</summary>
static class VodimSection
{
    public static void Write(Html html, CheckedSubmission submission)
    {
        var tables = submission.Tables.Where(table => table.Read > 0).ToList();
        if (tables.Count == 0)
        {
            return;
        }

        html.Raw("<section aria-labelledby=\"vodim\">\n<h2 id=\"vodim\">Quality of the fields</h2>\n")
            .Raw("<p>Valid: in the month's list. Other: accepted after mapping or reformatting. Default: a declared unknown. Invalid: not in the list, or rejected. Missing: blank.</p>\n")
            .Raw("<ul class=\"vodim-key\" aria-hidden=\"true\"><li class=\"v\">Valid</li><li class=\"o\">Other</li><li class=\"d\">Default</li><li class=\"i\">Invalid</li><li class=\"m\">Missing</li></ul>\n");
        foreach (var table in tables)
        {
            Table(html, table);
        }

        html.Raw("</section>\n");
    }

    static void Table(Html html, CheckedTable table)
    {
        html.Add($"<details class=\"nhsuk-details\"{(table.Vodim.Any(field => field.Default + field.Invalid > 0) ? " open" : "")}><summary>{table.Spec.Name}</summary>\n")
            .Add($"<div class=\"nhsuk-table-container\" tabindex=\"0\" role=\"region\" aria-label=\"Fields of {table.Spec.Name}\"><table class=\"nhsuk-table\" id=\"fields-{table.Spec.Name}\"><caption>Fields of {table.Spec.Name}</caption>\n")
            .Raw("<thead><tr><th scope=\"col\">Field</th><th scope=\"col\" class=\"numeric\">Valid</th><th scope=\"col\" class=\"numeric\">Other</th><th scope=\"col\" class=\"numeric\">Default</th><th scope=\"col\" class=\"numeric\">Invalid</th><th scope=\"col\" class=\"numeric\">Missing</th><td class=\"vodim-cell\"></td></tr></thead>\n<tbody>\n");
        foreach (var field in table.Vodim)
        {
            html.Add($"<tr><th scope=\"row\">{field.Field}</th><td class=\"numeric\">{field.Valid}</td><td class=\"numeric\">{field.Other}</td><td class=\"numeric\">{field.Default}</td><td class=\"numeric\">{field.Invalid}</td><td class=\"numeric\">{field.Missing}</td><td class=\"vodim-cell\"><span class=\"vodim\" aria-hidden=\"true\">");
            Part(html, "v", field.Valid, field.Total);
            Part(html, "o", field.Other, field.Total);
            Part(html, "d", field.Default, field.Total);
            Part(html, "i", field.Invalid, field.Total);
            Part(html, "m", field.Missing, field.Total);
            html.Raw("</span></td></tr>\n");
        }

        html.Raw("</tbody></table></div></details>\n");
    }

    static void Part(Html html, string part, long count, long total)
    {
        if (count > 0)
        {
            html.Add($"<span class=\"{part}\" style=\"width:{100.0 * count / total}%\"></span>");
        }
    }
}
