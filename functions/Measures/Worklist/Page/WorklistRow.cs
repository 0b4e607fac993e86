using Homeward.Columns;
using Homeward.Reference;

namespace Homeward.Measures.Worklist.Page;

/// <summary>One stay of the page.</summary>
sealed class WorklistRow(Table table, int row, ReferenceData reference)
{
    const int Wards = 3;

    static readonly string[] Security = ["none", "low", "medium", "high"];

    public bool HasBed => table.Boolean("bed_today").Values[row];

    public bool Unlabelled => Text("kind") == "unlabelled";

    public void Write(Markup page)
    {
        page.Raw(HasBed ? "<tr class=\"has-bed\">" : "<tr>");
        Patient(page);
        page.Cell(Described(CodeList.GenderIdentity, "sex"), quiet: Join(After("age ", "age"), Described(CodeList.LegalStatus, "legal_status")));
        page.Cell(Text("receiving_provider_name"), quiet: Site(Text("site")));
        Class(page);
        page.Cell(Described(CodeList.BedClass, "bed_class"), quiet: $"security {Security[table.Int32("security").Values[row]]}");
        page.Cell(Text("nights"), quiet: $"since {Text("start_date")}", kind: "numeric date");
        page.Cell(Text("distance_km"), kind: "numeric");
        page.Cell(Pounds("cost_per_day"), Text("cost_per_day"), kind: "numeric");
        page.Cell(Pounds("cost_to_date"), Text("cost_to_date"), kind: "numeric");
        Review(page, "last_review", !table.Boolean("reviewed_in_time").Values[row], "none in time");
        Review(page, "next_review", table.Boolean("review_overdue").Values[row], "overdue");
        foreach (var column in (ReadOnlySpan<string>)["ready_since", "estimated_discharge", "planned_return"])
        {
            page.Cell(Text(column), kind: "date");
        }

        page.Cell(Described(CodeList.Barrier, "barrier"));
        Beds(page);
        page.Raw("</tr>\n");
    }

    void Patient(Markup page)
    {
        var (sender, receiver) = (Text("sender_patient"), Text("receiver_patient"));
        page.Raw("<th scope=\"row\" data-sort=\"").Text(sender.Length > 0 ? sender : receiver).Raw("\">").Text(sender.Length > 0 ? sender : "not known here")
            .Raw("<span class=\"quiet\">").Text(receiver.Length > 0 ? $"there: {receiver}" : "not told there").Raw("</span></th>");
    }

    void Class(Markup page)
    {
        var (text, colour) = Unlabelled ? ("unlabelled", "orange") : (Text("class"), Text("class") == "appropriate" ? "green" : "red");
        page.Raw("<td data-sort=\"").Text(text).Raw($"\"><strong class=\"nhsuk-tag nhsuk-tag--{colour}\">").Text(text).Raw("</strong><span class=\"quiet\">")
            .Text(Described(CodeList.OapReason, "oat_reason")).Raw("</span></td>");
    }

    void Review(Markup page, string column, bool late, string tag)
    {
        page.Raw("<td class=\"date\" data-sort=\"").Text(Text(column)).Raw("\">").Text(Text(column));
        page.Raw(late ? $" <strong class=\"nhsuk-tag nhsuk-tag--red\">{tag}</strong></td>" : "</td>");
    }

    void Beds(Markup page)
    {
        page.Raw("<td data-sort=\"").Text(Text("ward_1_km")).Raw("\">");
        if (!HasBed)
        {
            page.Raw("none</td>");
            return;
        }

        page.Raw("<ul class=\"wards\">");
        for (var ward = 1; ward <= Wards && Text($"ward_{ward}").Length > 0; ward++)
        {
            page.Raw("<li>").Text($"{Text($"ward_{ward}_name")}, {Site(Text($"ward_{ward}_site"))}").Raw("<span class=\"quiet\">")
                .Text(Join($"{Text($"ward_{ward}_free")} free", Before($"ward_{ward}_km", " km from home"))).Raw("</span></li>");
        }

        page.Raw("</ul></td>");
    }

    string Text(string column) => CellText.Of(table[column], row);

    string After(string words, string column) => Text(column) is { Length: > 0 } text ? words + text : "";

    string Before(string column, string words) => Text(column) is { Length: > 0 } text ? text + words : "";

    string Pounds(string column) => After("£", column);

    string Described(CodeList list, string column) => Text(column) is { Length: > 0 } code ? reference.Codes.Description(list, code) ?? code : "";

    string Site(string code) =>
        code.Length == 0 ? "" : reference.Site(code, DateColumn.Date(table.Date("reporting_period_end").Values[row]))?.Name ?? code;

    static string Join(string a, string b) => a.Length == 0 || b.Length == 0 ? a + b : $"{a}, {b}";
}
