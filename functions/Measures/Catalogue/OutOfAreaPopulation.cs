using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Catalogue;

static class OutOfAreaPopulation
{
    static readonly Split People = new("people", Unit.Count, Figure.People, Windows.Month);
    static readonly Split Nights = new("nights", Unit.Nights, Figure.Sum, Windows.Standard);

    public static Measure Measure { get; } = new(
        "K21",
        "Out of area population",
        "People in a bed that is not local to their home on the last day of the period, and nights in such beds.",
        "Distinct people with a ward stay out of flow open at P1; sum of nights of ward stays out of flow in the window.",
        Polarity.LowerIsBetter,
        Looks.Both,
        [People, Nights])
    {
        Of = Counted.WardStays,
        Count = static (person, tally) =>
        {
            foreach (var stay in person.Stays)
            {
                if (stay.Flow != Flow.Out)
                {
                    continue;
                }

                if (stay.OpenAtEnd)
                {
                    tally.Add(People, stay, stay.BedClass, 1);
                }

                if (person.Window.Nights(stay.Start, stay.Until) is > 0 and var nights)
                {
                    tally.Add(Nights, stay, stay.BedClass, nights);
                }
            }
        },
    };
}
