using System.Text;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

/// <summary>The catalogue as a page to read: docs/measures.md.</summary>
public static class MeasurePage
{
    /// <summary>Markdown, one section per measure.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder("""
            # Measures

            Every figure that a region's run computes. The page comes from the catalogue in the code (`functions/Measures/Catalogue`, one
            file per measure) by `homeward docs --out docs`; the same rows are in `marts/dim_measure.parquet`.

            - **Period**: a calendar month; P0 is its first day and P1 its last. **Windows** end with it: M the month, R3 it and the two
              before, R12 it and the eleven before, FY the financial year to date from April, SB since the baseline.
            - **Lenses**: people, those a collaborative answers for wherever they lie; beds, whoever lies in its members' beds.
            - **Scope** acute: beds of class 200, 201 or 202. Other measures have scope all only.
            - A ratio whose denominator is 0 has no row. Medians and quartiles interpolate linearly (type 7).


            """.ReplaceLineEndings("\n"));
        page.Append("| id | measure |\n|---|---|\n");
        foreach (var measure in MeasureCatalogue.All)
        {
            page.Append("| [").Append(measure.Id).Append("](#").Append(measure.Id.ToLowerInvariant()).Append(") | ").Append(measure.Name).Append(" |\n");
        }

        page.Append('\n');
        foreach (var measure in MeasureCatalogue.All)
        {
            Append(page, measure);
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Such as <c>M R3 R12 FY</c>.</summary>
    internal static string WindowsOf(Split split) =>
        string.Join(' ', Enumerable.Range(0, WindowNames.Count).Where(w => ((int)split.Windows >> w & 1) != 0).Select(WindowNames.At));

    /// <summary>Such as <c>people beds</c>.</summary>
    internal static string LensesOf(Measure measure, Split split) => (split.Only ?? measure.Looks) switch
    {
        Looks.People => "people",
        Looks.Beds => "beds",
        _ => "people beds",
    };

    static void Append(StringBuilder page, Measure measure)
    {
        page.Append("<a id=\"").Append(measure.Id.ToLowerInvariant()).Append("\"></a>\n\n## ").Append(measure.Id).Append(' ').Append(measure.Name)
            .Append("\n\n").Append(measure.Description).Append("\n\n");
        page.Append("- Formula: ").Append(measure.Formula).Append('\n');
        page.Append("- Better: ").Append(measure.Polarity switch
        {
            Polarity.LowerIsBetter => "lower",
            Polarity.HigherIsBetter => "higher",
            _ => "neither",
        }).Append('\n');
        if (measure.NationalTwin is not null)
        {
            page.Append("- National twin: ").Append(measure.NationalTwin).Append('\n');
        }

        if (measure.OwnMart is not null)
        {
            page.Append("- Published in: `").Append(measure.OwnMart).Append("`\n");
        }

        page.Append("- Scopes: ").Append(measure.Scoped ? "all, acute" : "all").Append("\n\n| split | unit | windows | lens |\n|---|---|---|---|\n");
        foreach (var split in measure.Splits)
        {
            page.Append("| `").Append(split.Name).Append("` | ").Append(split.Unit.ToString().ToLowerInvariant()).Append(" | ")
                .Append(WindowsOf(split)).Append(" | ").Append(LensesOf(measure, split)).Append(" |\n");
        }

        page.Append('\n');
    }
}
