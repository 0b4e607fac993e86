using System.Net;
using System.Text;
using Homeward.Columns;

namespace Homeward.Measures.Worklist;

/// <summary>A worklist as a page that sorts and prints and needs no network.</summary>
static class WorklistPage
{
    static readonly (string Column, string Title)[] Shown =
    [
        ("sender_patient", "Patient (sender)"), ("receiver_patient", "Patient (receiver)"), ("kind", "Kind"), ("class", "Class"), ("oat_reason", "Reason"),
        ("receiving_provider_name", "Where"), ("bed_class", "Bed class"), ("security", "Security"), ("sex", "Sex"), ("age", "Age"),
        ("legal_status", "Legal status"), ("nights", "Nights"), ("distance_km", "Km from home"), ("cost_per_day", "Cost per day (£)"),
        ("cost_to_date", "Cost to date (£)"), ("last_review", "Last review"), ("next_review", "Next review"), ("review_overdue", "Review overdue"),
        ("ready_since", "Ready since"), ("estimated_discharge", "Estimated discharge"), ("planned_return", "Planned return"), ("barrier", "Barrier"),
    ];

    const string Style = """
        body{font-family:Arial,Helvetica,sans-serif;color:#212b32;margin:1.5rem;background:#f0f4f5}
        h1{font-size:1.5rem}caption{text-align:left;padding:.5rem 0}
        .wide{overflow-x:auto;background:#fff;padding:1rem}table{border-collapse:collapse;font-size:.85rem}
        th,td{border-bottom:1px solid #d8dde0;padding:.4rem .6rem;text-align:left;vertical-align:top;white-space:nowrap}
        th button{font:inherit;font-weight:bold;color:#005eb8;background:none;border:0;padding:0;cursor:pointer;text-align:left}
        th button:focus{outline:3px solid #ffeb3b;background:#ffeb3b;color:#212b32}
        tr.bed td{background:#e8f5ec}td.late{color:#d5281b;font-weight:bold}td ul{margin:0;padding-left:1rem}
        @media print{body{background:#fff;margin:0}table{font-size:.6rem}.wide{overflow:visible;padding:0}@page{size:A4 landscape}}
        """;

    const string Script = """
        document.querySelectorAll('th button').forEach(function (button) {
          button.addEventListener('click', function () {
            var head = button.closest('th'), body = head.closest('table').tBodies[0], index = head.cellIndex;
            var down = head.getAttribute('aria-sort') === 'ascending';
            head.parentNode.querySelectorAll('th').forEach(function (other) { other.removeAttribute('aria-sort'); });
            head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
            Array.from(body.rows).sort(function (a, b) {
              var x = a.cells[index].textContent, y = b.cells[index].textContent;
              var order = x !== '' && y !== '' && !isNaN(x) && !isNaN(y) ? x - y : x.localeCompare(y);
              return down ? -order : order;
            }).forEach(function (row) { body.appendChild(row); });
          });
        });
        """;

    public static byte[] Of(string owner, Table table)
    {
        var beds = Enumerable.Range(0, table.RowCount).Count(row => table.Boolean("bed_today").Values[row]);
        var end = table.RowCount == 0 ? "" : CellText.Of(table["reporting_period_end"], 0);
        var page = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>Worklist ").Append(Text(owner)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n")
            .Append("<h1>People to bring home: ").Append(Text(owner)).Append("</h1>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Worklist\">\n<table>\n<caption>")
            .Append(table.RowCount).Append(" people out of area on ").Append(end).Append("; ").Append(beds)
            .Append(" could be offered a fitting bed that was free that night (green, first). Confidential: for named case managers only.</caption>\n<thead>\n<tr>");
        foreach (var (_, title) in Shown)
        {
            page.Append("<th scope=\"col\"><button type=\"button\">").Append(title).Append("</button></th>");
        }

        page.Append("<th scope=\"col\">Fitting wards with a free bed</th></tr>\n</thead>\n<tbody>\n");
        for (var row = 0; row < table.RowCount; row++)
        {
            Append(page, table, row);
        }

        page.Append("</tbody>\n</table>\n</div>\n</main>\n<script>\n").Append(Script).Append("\n</script>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    static void Append(StringBuilder page, Table table, int row)
    {
        page.Append(table.Boolean("bed_today").Values[row] ? "<tr class=\"bed\">" : "<tr>");
        foreach (var (column, _) in Shown)
        {
            var late = column == "review_overdue" && table.Boolean(column).Values[row];
            page.Append(late ? "<td class=\"late\">" : "<td>").Append(Text(CellText.Of(table[column], row))).Append("</td>");
        }

        page.Append("<td><ul>");
        for (var ward = 1; ward <= 3; ward++)
        {
            var name = CellText.Of(table[$"ward_{ward}"], row);
            if (name.Length > 0)
            {
                var km = CellText.Of(table[$"ward_{ward}_km"], row);
                page.Append("<li>").Append(Text(name)).Append(" (").Append(Text(CellText.Of(table[$"ward_{ward}_site"], row))).Append("): ")
                    .Append(CellText.Of(table[$"ward_{ward}_free"], row)).Append(" free").Append(km.Length > 0 ? $", {km} km from home" : "").Append("</li>");
            }
        }

        page.Append("</ul></td></tr>\n");
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
