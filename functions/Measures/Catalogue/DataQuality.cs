using Homeward.Measures.Quality;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class DataQuality
{
    /// <summary>In the order of the states.</summary>
    public static Split[] Values { get; } =
        [.. FieldQuality.States.Select(state => new Split(state, Unit.Count, Figure.Sum, Windows.Month))];

    public static Split Rejected { get; } = new("pct_rejected", Unit.Percent, Figure.Ratio, Windows.Month) { Scale = 100 };

    public static Split FindingRate { get; } = new("findings_per_1000", Unit.Rate, Figure.Ratio, Windows.Month) { Scale = 1000 };

    public static Split NightsHidden { get; } = new("nights_hidden", Unit.Nights, Figure.Sum, Windows.Month);

    public static Measure Measure { get; } = new(
        "K26",
        "Data quality",
        "How good the submissions are: what became of each field's values, the rows rejected, the findings, and what the rejected rows hide.",
        "Per table and field the values by state: valid (in the month's list), other (accepted after mapping or reformatting), default "
            + "(a declared unknown), invalid (not in the list, or rejected), missing (blank). pct_rejected = 100 x rows rejected / rows read; "
            + "findings_per_1000 = 1,000 x findings / rows read; nights_hidden = nights that the rejected rows would have added.",
        Polarity.Neutral,
        Looks.Beds,
        [.. Values, Rejected, FindingRate, NightsHidden])
    {
        OwnMart = "marts/data_quality",
    };
}
