using Homeward.Measures.Placements;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class Admissions
{
    static readonly Split Spells = new("spells", Unit.Count, Figure.Sum, Windows.All);
    static readonly Split Journeys = new("journeys", Unit.Count, Figure.Sum, Windows.All) { Only = Looks.People };

    public static Measure Measure { get; } = new(
        "K10",
        "Admissions",
        "Hospital spells, and journeys through hospitals, that began in the window.",
        "Spells with start from the window's first day to its last; journeys likewise, by their first spell.",
        Polarity.LowerIsBetter,
        Looks.Both,
        [Spells, Journeys])
    {
        Of = Counted.Spells,
        NationalTwin = "MHS27",
        Count = static (person, tally) =>
        {
            foreach (var spell in person.Spells)
            {
                if (person.Window.Holds(spell.Start))
                {
                    tally.Add(Spells, spell, BedAt.Start(spell.Stays(person), spell.Start), 1);
                }
            }

            foreach (var journey in person.Journeys)
            {
                if (person.Window.Holds(journey.Start))
                {
                    tally.Add(Journeys, journey.First, BedAt.Start(journey.First.Stays(person), journey.Start), 1);
                }
            }
        },
    };
}
