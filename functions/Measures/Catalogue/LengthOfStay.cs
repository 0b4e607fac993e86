using Homeward.Measures.Placements;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class LengthOfStay
{
    static readonly Figures Spells = new("", null);
    static readonly Figures Journeys = new("journey_", Looks.People);

    public static Measure Measure { get; } = new(
        "K15",
        "Length of stay at discharge",
        "How long people were in hospital who were discharged in the window, in days: by spell, and by journey through hospitals.",
        "days(discharge - start) of the spells of K11: count, mean, median, share of 60 and of 90 days or more; of journeys likewise (journey_).",
        Polarity.LowerIsBetter,
        Looks.Both,
        [.. Spells.Splits, .. Journeys.Splits])
    {
        Of = Counted.Spells,
        NationalTwin = "MHS140a, MHS140b, MHS102b, MHS105b",
        Count = static (person, tally) =>
        {
            foreach (var spell in person.Spells)
            {
                if (person.Window.Holds(spell.End))
                {
                    var bedClass = BedAt.End(spell.Stays(person), spell.End);
                    Spells.Add(tally, Lens.People, spell, bedClass, spell.End - spell.Start);
                    Spells.Add(tally, Lens.Beds, spell, bedClass, spell.End - spell.Start);
                }
            }

            foreach (var journey in person.Journeys)
            {
                if (person.Window.Holds(journey.End))
                {
                    var bedClass = BedAt.End(journey.Last.Stays(person), journey.End);
                    Journeys.Add(tally, Lens.People, journey.Last, bedClass, journey.End - journey.Start);
                }
            }
        },
    };

    sealed class Figures(string prefix, Looks? only)
    {
        readonly Split count = new(prefix + "count", Unit.Count, Figure.Sum, Windows.Standard) { Only = only };
        readonly Split mean = new(prefix + "mean", Unit.Days, Figure.Ratio, Windows.Standard) { Only = only };
        readonly Split median = new(prefix + "median", Unit.Days, Figure.Quantile, Windows.Standard) { Only = only };
        readonly Split sixty = new(prefix + "pct_60", Unit.Percent, Figure.Ratio, Windows.Standard) { Only = only, Scale = 100 };
        readonly Split ninety = new(prefix + "pct_90", Unit.Percent, Figure.Ratio, Windows.Standard) { Only = only, Scale = 100 };

        public IEnumerable<Split> Splits => [count, mean, median, sixty, ninety];

        public void Add(Tally tally, Lens lens, PersonSpell spell, int bedClass, int days)
        {
            tally.Add(count, Scope.All, lens, spell, bedClass, 1);
            tally.Add(mean, Scope.All, lens, spell, bedClass, days, 1);
            tally.AddValue(median, lens, spell, bedClass, days);
            tally.Add(sixty, Scope.All, lens, spell, bedClass, days >= 60 ? 1 : 0, 1);
            tally.Add(ninety, Scope.All, lens, spell, bedClass, days >= 90 ? 1 : 0, 1);
        }
    }
}
