using Homeward.Measures.Placements;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class LengthToDate
{
    static readonly Split Spells = new("count", Unit.Count, Figure.Sum, Windows.Month);
    static readonly Split Mean = new("mean", Unit.Days, Figure.Ratio, Windows.Month);
    static readonly Split Median = new("median", Unit.Days, Figure.Quantile, Windows.Month);
    static readonly Split Year = new("count_365", Unit.Count, Figure.Sum, Windows.Month);

    public static Measure Measure { get; } = new(
        "K16",
        "Length of stay to date",
        "How long people have been in hospital who are there on the last day of the period, in days.",
        "days(P1 - start) of open spells: count, mean, median, and how many of 365 days or more.",
        Polarity.LowerIsBetter,
        Looks.Both,
        [Spells, Mean, Median, Year])
    {
        Of = Counted.Spells,
        Count = static (person, tally) =>
        {
            foreach (var spell in person.Spells)
            {
                if (spell.OpenAtEnd)
                {
                    var bedClass = BedAt.PeriodEnd(spell.Stays(person));
                    var days = person.Window.End - spell.Start;
                    tally.Add(Spells, spell, bedClass, 1);
                    tally.Add(Mean, spell, bedClass, days, 1);
                    tally.AddValue(Median, Lens.People, spell, bedClass, days);
                    tally.AddValue(Median, Lens.Beds, spell, bedClass, days);
                    if (days >= 365)
                    {
                        tally.Add(Year, spell, bedClass, 1);
                    }
                }
            }
        },
    };
}
