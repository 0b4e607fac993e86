using Homeward.Measures.Placements;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class InpatientPopulation
{
    static readonly Split People = new("people", Unit.Count, Figure.People, Windows.Month);
    static readonly Split Spells = new("spells", Unit.Count, Figure.Sum, Windows.Month);

    public static Measure Measure { get; } = new(
        "K12",
        "Inpatient population",
        "People in hospital, and their open spells, on the last day of the period.",
        "Distinct people of spells, and spells, with start on or before P1 and no end or an end after P1.",
        Polarity.LowerIsBetter,
        Looks.Both,
        [People, Spells])
    {
        Of = Counted.Spells,
        NationalTwin = "MHS07",
        Count = static (person, tally) =>
        {
            foreach (var spell in person.Spells)
            {
                if (spell.OpenAtEnd)
                {
                    var bedClass = BedAt.PeriodEnd(spell.Stays(person));
                    tally.Add(People, spell, bedClass, 1);
                    tally.Add(Spells, spell, bedClass, 1);
                }
            }
        },
    };
}
