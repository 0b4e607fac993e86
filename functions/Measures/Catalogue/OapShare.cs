using Homeward.Measures.Placements;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class OapShare
{
    static readonly Split BedDays = Percent("pct_bed_days");
    static readonly Split Admissions = Percent("pct_admissions");

    public static Measure Measure { get; } = new(
        "K06",
        "OAP share",
        "How much of all hospital care is given out of area: of the nights, and of the admissions.",
        "pct_bed_days = 100 x K04 all / K13 occupied; pct_admissions = 100 x K02 all / K10 spells.",
        Polarity.LowerIsBetter,
        Looks.People,
        [BedDays, Admissions])
    {
        NationalTwin = "OAP08, OAP09",
        OfPlacements = true,
        Count = static (person, tally) =>
        {
            foreach (var placement in person.Placements)
            {
                if (person.Window.Holds(placement.Start))
                {
                    var bedClass = BedAt.Start(placement.Spell.Stays(person), placement.Start);
                    tally.Add(Admissions, Scope.All, Lens.People, placement, bedClass, 1);
                }

                PlacementBedDays.Add(BedDays, person, tally, placement);
            }

            foreach (var spell in person.Spells)
            {
                if (person.Window.Holds(spell.Start))
                {
                    tally.Add(Admissions, Scope.All, Lens.People, spell, BedAt.Start(spell.Stays(person), spell.Start), 0, 1);
                }
            }

            foreach (var stay in person.Stays)
            {
                if (person.Window.Nights(stay.Start, stay.Until) is > 0 and var nights)
                {
                    tally.Add(BedDays, Scope.All, Lens.People, stay, stay.BedClass, 0, nights);
                }
            }
        },
    };

    static Split Percent(string name) => new(name, Unit.Percent, Figure.Ratio, Windows.Standard) { Scale = 100 };
}
