using Homeward.Measures.Placements;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class Admissions
{
    static readonly Split Spells = new("spells", Unit.Count, Figure.Sum, Windows.All);

    public static Measure Measure { get; } = new(
        "K10",
        "Admissions",
        "Hospital spells that began in the window.",
        "Spells with start from the window's first day to its last.",
        Polarity.LowerIsBetter,
        Looks.Both,
        [Spells])
    {
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
        },
    };
}
