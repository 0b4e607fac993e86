using System.Text;
using Homeward.Submissions.Rules;
using Homeward.Submissions.Rules.General;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Documentation;

/// <summary><c>submission.md</c>: the specification, for the people of a trust who make the files.</summary>
static class SubmissionPage
{
    public static string Write()
    {
        var page = new StringBuilder(Opening());
        page.Append("\n## Tables\n\n").Append(Markdown.Head("Table", "File", "Must be sent", "One row is"));
        foreach (var table in SpecificationTables.All)
        {
            page.Append(Markdown.Row($"[{table.Name}](#{table.Name})", $"[{table.Name}.csv](templates/{table.Name}.csv)", table.Mandatory ? "yes" : "no", table.Holds));
        }

        page.Append("\nM = mandatory: a blank rejects the row. R = required where known: a blank is counted as Missing. O = optional.\n");
        foreach (var table in SpecificationTables.All)
        {
            Table(page, table);
        }

        page.Append("\n## Rules\n\nF rejects the whole submission, G and R reject the row and every row under it, W warns. A row counts as rejected once.\n\n");
        page.Append(Markdown.Head("Rule", "Severity", "What it finds"));
        foreach (var rule in RuleCatalogue.All)
        {
            page.Append(Markdown.Row($"[{rule.Id}](rules/{rule.Id}.md)", RulePages.Letter(rule.Severity), rule.Title));
        }

        return page.Append(Closing).ToString();
    }

    static void Table(StringBuilder page, TableSpec table)
    {
        page.Append($"\n### {table.Name}\n\n{table.Holds}\n\n").Append(Markdown.Head("Field", "Need", "Value", "Note"));
        foreach (var field in table.Fields)
        {
            page.Append(Markdown.Row(field.Name, NeedOf(field), Value(field), Note(field)));
        }
    }

    static string NeedOf(Field field)
    {
        var need = field.Need switch
        {
            Need.Mandatory => "M",
            Need.Required => "R",
            _ => "O",
        };
        return field.When is { } when ? $"{need} when {when}" : need;
    }

    static string Value(Field field) => field.Kind switch
    {
        FieldKind.Code => $"[{CodeListPage.Title(field.Codes!.Value)}](code-lists.md#{CodeListPage.Anchor(field.Codes.Value)})",
        FieldKind.Key => $"key of the row, {Formats.Expected(field)}",
        FieldKind.Parent => $"key of a row in [{field.Parent}](#{field.Parent})",
        _ => Formats.Expected(field),
    };

    static string Note(Field field) => field.Confidential
        ? $"{field.Note} Never kept outside the landing area, and never shown.".TrimStart()
        : field.Note;

    static string Opening() => $"""
        # Monthly submission, version {SpecificationTables.Version}

        What a provider sends each month. Field names are those of MHSDS version 6, so they can be exported from the extract that you already make.

        ## How to send

        Put the files of one calendar month into one upload: `landing/{"{provider}"}/{"{period}"}/{"{upload}"}/{"{table}"}.csv`.

        | Part | Rule |
        | --- | --- |
        | provider | your ODS code, three to nine capital letters or digits |
        | period | `yyyy-MM`, the month that the data describes |
        | upload | a name of your choice, a new one for every attempt: 1 to 64 letters, digits, `.`, `_` or `-`, starting with a letter or digit and not ending with a dot |
        | table | the names below, in lower case |

        - Send `submission.csv` **last**: its arrival starts the judgement. A folder is judged once; to change anything, send everything again under a new upload name.
        - A submission replaces your whole month, tables that it leaves out included. A rejected one changes nothing. The accepted one that was received last counts.
        - Files equal to those of your current submission are answered with "unchanged": they stay current, also where an older upload is judged after them, and nothing else happens.
        - On the command line a folder or a zip of the files will do: `homeward validate FOLDER --provider RWR --period 2025-08` judges them on your own machine, exactly as the pipeline would, and nothing leaves it.

        ## How the files are written

        - CSV in UTF-8 with a header row; a byte-order mark is tolerated. Fields are separated by commas; a field with a comma, a quote or a line break stands in double quotes, a quote inside it doubled.
        - Columns may stand in any order, and the case of their names does not matter. Blank lines are skipped. Spaces around an unquoted field are dropped. An empty field has no value.
        - Dates are `yyyy-MM-dd`; `dd/MM/yyyy` is read with a warning ([GEN008](rules/GEN008.md)). Date-times are ISO 8601; without an offset they are London time. Decimal point `.`.
        - Codes keep their leading zeros: `07` is not `7`. ODS codes may be in small letters.
        - Limits: a field 4 KiB, a row 64 KiB, 200 columns, a file 2 GiB and 20 million rows.
        - Dates describe the month as it stood at its end: leave out what ended before it, and leave the end blank of what was still open.

        """;

    const string Closing = """

        ## What you get back

        Under `feedback/{provider}/{period}/{upload}/`, whether the submission is accepted or not:

        | File | Content |
        | --- | --- |
        | `report.html` | for you: the verdict, what to put right (causes before what follows from them, then by rows affected), quality of every field. Opens in any browser, prints, needs no network |
        | `findings.csv` | one row per finding: rule, severity, table, line (the header is line 1), key, field, value, and what to do; at most 10,000 of each rule, counts stay exact |
        | `vodim.csv` | per field how many values are Valid, Other, Default, Invalid and Missing |
        | `summary.json` | the outcome in counts, for programs |

        Beside it, `feedback/{provider}/{period}/region.csv` tells of your current submission of the month what only the whole region shows. Over HTTP: `GET /api/submissions/{provider}-{period}-{upload}/report`, and the others with `?file=findings.csv` and so on, `region.csv` among them.

        Values of NHS number, birth date and postcode are never shown: at most their shape, such as `9999999999`. What looks like an NHS number or a postcode is treated so in every field.

        - **Valid**: in the list of the month, or of the right form. **Other**: accepted after mapping or reformatting. **Default**: a declared unknown. **Invalid**: not in the list, not known to the reference data, or rejected. **Missing**: blank; where a field is wanted under a condition only, a blank counts only where the condition holds.
        - **What rejected rows hide** is a lower bound. Nights: those in the month of rejected ward stays and placements whose dates can be read. Active placements: rejected spells with a ReasonOAT, and rejected placements of your own list, that were active at the month's end. People: those with a rejected patient, spell or placement row and no spell or placement that stands.

        """;
}
