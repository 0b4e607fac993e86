using Homeward.Measures.Placements;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class Discharges
{
    static readonly Split Spells = new("spells", Unit.Count, Figure.Sum, Windows.All);
    static readonly Split Journeys = new("journeys", Unit.Count, Figure.Sum, Windows.All) { Only = Looks.People };

    public static Measure Measure { get; } = new(
        "K11",
        "Discharges",
        "Hospital spells, and journeys through hospitals, that ended in the window.",
        "Spells with discharge from the window's first day to its last; journeys likewise, by their last spell.",
        Polarity.Neutral,
        Looks.Both,
        [Spells, Journeys])
    {
        Of = Counted.Spells,
        NationalTwin = "MHS28",
        Count = static (person, tally) =>
        {
            foreach (var spell in person.Spells)
            {
                if (person.Window.Holds(spell.End))
                {
                    tally.Add(Spells, spell, BedAt.End(spell.Stays(person), spell.End), 1);
                }
            }

            foreach (var journey in person.Journeys)
            {
                if (person.Window.Holds(journey.End))
                {
                    tally.Add(Journeys, journey.Last, BedAt.End(journey.Last.Stays(person), journey.End), 1);
                }
            }
        },
    };
}
