using Homeward.Measures.Placements;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class EndedLength
{
    static readonly Bands Nights = new("", [("n_0", 0, 0), ("n_1_7", 1, 7), ("n_8_14", 8, 14), ("n_15_30", 15, 30), ("n_31_90", 31, 90), ("n_91", 91, null)], Windows.Standard);
    static readonly Split Mean = new("mean", Unit.Nights, Figure.Ratio, Windows.Standard);
    static readonly Split Median = new("median", Unit.Nights, Figure.Quantile, Windows.Standard);

    public static Measure Measure { get; } = new(
        "K07",
        "Length of ended OAPs",
        "How long the out of area placements lasted that ended in the window: the whole stay, in nights.",
        "Of the placements of K03: nights from start to end, after the overlap rule, in bands; their mean and median.",
        Polarity.LowerIsBetter,
        Looks.People,
        [.. Nights.Splits, Mean, Median])
    {
        OfPlacements = true,
        Count = static (person, tally) =>
        {
            foreach (var placement in person.Placements)
            {
                if (placement.HasEnded && person.Window.Holds(placement.End))
                {
                    var bedClass = BedAt.End(placement.Spell.Stays(person), placement.End);
                    var nights = placement.End - placement.Start;
                    Nights.Add(tally, Lens.People, placement, bedClass, nights);
                    tally.Add(Mean, Scope.All, Lens.People, placement, bedClass, nights, 1);
                    tally.AddValue(Median, Lens.People, placement, bedClass, nights);
                }
            }
        },
    };
}
