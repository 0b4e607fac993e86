using Homeward.Measures.Placements;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class Discharges
{
    static readonly Split Spells = new("spells", Unit.Count, Figure.Sum, Windows.All);

    public static Measure Measure { get; } = new(
        "K11",
        "Discharges",
        "Hospital spells that ended in the window.",
        "Spells with discharge from the window's first day to its last.",
        Polarity.Neutral,
        Looks.Both,
        [Spells])
    {
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
        },
    };
}
