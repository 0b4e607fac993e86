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

            Every figure, from the catalogue in the code (`functions/Measures/Catalogue`, one file per measure); the same rows are in
            `marts/dim_measure.parquet`. Windows: M the month, R3 it and the two before, R12 it and the eleven before, FY financial year to
            date, SB since the baseline. Lenses: people, those a collaborative answers for; beds, whoever lies in its members' beds.


            """.ReplaceLineEndings("\n"));
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
        page.Append("## ").Append(measure.Id).Append(' ').Append(measure.Name).Append("\n\n").Append(measure.Description).Append("\n\n");
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

        page.Append("- Scopes: ").Append(measure.Scoped ? "all, acute" : "all").Append("\n\n| split | unit | windows | lens |\n|---|---|---|---|\n");
        foreach (var split in measure.Splits)
        {
            page.Append("| `").Append(split.Name).Append("` | ").Append(split.Unit.ToString().ToLowerInvariant()).Append(" | ")
                .Append(WindowsOf(split)).Append(" | ").Append(LensesOf(measure, split)).Append(" |\n");
        }

        page.Append('\n');
    }
}
