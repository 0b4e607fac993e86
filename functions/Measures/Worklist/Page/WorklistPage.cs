using System.Globalization;
using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Measures.Worklist.Page;

/// <summary><c>worklist.html</c>: one file that sorts, prints and fetches nothing; it reads the same where scripts are off.</summary>
sealed class WorklistPage(string owner, Month period, ReferenceData reference)
{
    static readonly string[] Titles =
    [
        "Patient", "Person", "Where", "Class and reason", "Bed", "Nights away", "Km from home", "Cost per day", "Cost to date", "Last review",
        "Next review", "Ready since", "Estimated discharge", "Planned return", "Barrier", "Free beds that fit",
    ];

    static readonly string Style = Resource("worklist.css");
    static readonly string Script = Resource("worklist.js");

    public byte[] Of(Table table)
    {
        var rows = Enumerable.Range(0, table.RowCount).Select(row => new WorklistRow(table, row, reference)).ToArray();
        var name = reference.Organisation(owner, period.LastDay)?.Name ?? owner;
        var end = period.LastDay.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var page = new Markup()
            .Raw("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
            .Text($"Worklist: {owner}, {end}").Raw("</title>\n<style>\n").Raw(Style)
            .Raw("</style>\n</head>\n<body>\n<a class=\"nhsuk-skip-link\" href=\"#maincontent\">Skip to main content</a>\n")
            .Raw("<header class=\"worklist-header\"><p class=\"worklist-header__name\">Homeward worklist</p><p>").Text($"{name} ({owner}), {end}")
            .Raw("</p></header>\n<main id=\"maincontent\">\n<h1>People to bring home</h1>\n<p>")
            .Text(Summary(rows)).Raw("</p>\n<p>Confidential: for named case managers only.</p>\n");
        if (rows.Length > 0)
        {
            Table(page, rows);
        }

        return page.Raw("</main>\n<script>\n").Raw(Script).Raw("</script>\n</body>\n</html>\n").ToBytes();
    }

    static string Summary(WorklistRow[] rows) => rows.Length == 0
        ? "Nobody is out of area."
        : $"{(rows.Length == 1 ? "1 stay" : $"{rows.Length} stays")} out of area, {rows.Count(row => row.HasBed)} with a free bed that fits. "
            + $"{rows.Count(row => row.Unlabelled)} recorded as a placement on neither side.";

    static void Table(Markup page, WorklistRow[] rows)
    {
        page.Raw("<div class=\"nhsuk-table-container\" tabindex=\"0\" role=\"region\" aria-labelledby=\"worklist\">\n<table class=\"nhsuk-table\">\n")
            .Raw("<caption id=\"worklist\">Those with a free bed first, then by nights away. A heading sorts by its column.</caption>\n<thead>\n<tr>");
        foreach (var title in Titles)
        {
            page.Raw("<th scope=\"col\"><button type=\"button\">").Text(title).Raw("</button></th>");
        }

        page.Raw("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            row.Write(page);
        }

        page.Raw("</tbody>\n</table>\n</div>\n");
    }

    static string Resource(string name)
    {
        using var resource = typeof(WorklistPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
