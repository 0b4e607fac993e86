using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class DataQuality
{
    public static Measure Measure { get; } = new(
        "K26",
        "Data quality",
        "How good the submissions are: what became of each field's values, the rows rejected, the findings, and what the rejected rows hide.",
        "Per table and field the values by state: valid (in the month's list), other (accepted after mapping or reformatting), default "
            + "(a declared unknown), invalid (not in the list, or rejected), missing (blank). pct_rejected = 100 x rows rejected / rows read; "
            + "findings_per_1000 = 1,000 x findings / rows read; nights_hidden = nights that the rejected rows would have added.",
        Polarity.Neutral,
        Looks.Beds,
        [
            Values("valid"), Values("other"), Values("default"), Values("invalid"), Values("missing"),
            new("pct_rejected", Unit.Percent, Figure.Ratio, Windows.Month) { Scale = 100 },
            new("findings_per_1000", Unit.Rate, Figure.Ratio, Windows.Month) { Scale = 1000 },
            new("nights_hidden", Unit.Nights, Figure.Sum, Windows.Month),
        ])
    {
        OwnMart = "marts/data_quality",
        Open = true,
    };

    static Split Values(string state) => new(state, Unit.Count, Figure.Sum, Windows.Month);
}
