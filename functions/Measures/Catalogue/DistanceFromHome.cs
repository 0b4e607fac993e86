using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class DistanceFromHome
{
    static readonly Figures Placements = new("oap_");
    static readonly Figures Stays = new("stay_");

    public static Measure Measure { get; } = new(
        "K08",
        "Distance from home",
        "How far from home people are on the last day of the period, in km: those in out of area placements, and all in hospital.",
        "Whole km, in a straight line, of active placements (oap_) and of all ward stays open at P1 (stay_): bands, unknown, mean, median; "
            + "pct_50 = 100 x those at 50 km or more / those known.",
        Polarity.LowerIsBetter,
        Looks.People,
        [.. Placements.Splits, .. Stays.Splits])
    {
        NationalTwin = "AMH59a-d, MHS22",
        OfPlacements = true,
        Count = static (person, tally) =>
        {
            foreach (var placement in person.Placements)
            {
                if (placement.ActiveAtEnd)
                {
                    var open = OpenStay(placement.Spell.Stays(person));
                    Placements.Add(person, tally, placement, open?.BedClass ?? 0, placement.DistanceAt(open, person.Region));
                }
            }

            foreach (var stay in person.Stays)
            {
                if (stay.OpenAtEnd)
                {
                    Stays.Add(person, tally, stay, stay.BedClass, stay.Distance);
                }
            }
        },
    };

    static PersonStay? OpenStay(ReadOnlySpan<PersonStay> stays)
    {
        for (var i = stays.Length - 1; i >= 0; i--)
        {
            if (stays[i].OpenAtEnd)
            {
                return stays[i];
            }
        }

        return null;
    }

    sealed class Figures(string prefix)
    {
        readonly Bands bands = new(
            prefix,
            [
                ("lt20", 0, 19), ("20_49", 20, 49), ("lt25", 0, 24), ("25_49", 25, 49), ("50_99", 50, 99), ("ge100", 100, null),
                ("100_199", 100, 199), ("200_299", 200, 299), ("ge300", 300, null),
            ],
            Windows.Month);

        readonly Split unknown = new(prefix + "unknown", Unit.Count, Figure.Sum, Windows.Month);
        readonly Split mean = new(prefix + "mean", Unit.Km, Figure.Ratio, Windows.Month);
        readonly Split median = new(prefix + "median", Unit.Km, Figure.Quantile, Windows.Month);
        readonly Split far = new(prefix + "pct_50", Unit.Percent, Figure.Ratio, Windows.Month) { Scale = 100 };

        public IEnumerable<Split> Splits => [.. bands.Splits, unknown, mean, median, far];

        public void Add(PersonWindow person, Tally tally, Subject subject, int bedClass, int km)
        {
            if (km < 0)
            {
                tally.Add(unknown, Scope.All, Lens.People, subject, bedClass, 1);
                return;
            }

            bands.Add(tally, Lens.People, subject, bedClass, km);
            tally.Add(mean, Scope.All, Lens.People, subject, bedClass, km, 1);
            tally.AddValue(median, Lens.People, subject, bedClass, km);
            tally.Add(far, Scope.All, Lens.People, subject, bedClass, km >= person.Settings.DistanceKm ? 1 : 0, 1);
        }
    }
}
