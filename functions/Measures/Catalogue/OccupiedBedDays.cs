using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class OccupiedBedDays
{
    static readonly Split Occupied = new("occupied", Unit.Nights, Figure.Sum, Windows.Standard);
    static readonly Split LessLeave = new("less_leave", Unit.Nights, Figure.Sum, Windows.Standard);

    public static Measure Measure { get; } = new(
        "K13",
        "Occupied bed days",
        "Nights spent in ward stays in the window; less_leave without the nights on leave.",
        "Sum of nights over ward stays; less_leave = occupied - sum of LeaveDays of every month's rows in the window.",
        Polarity.Neutral,
        Looks.Both,
        [Occupied, LessLeave])
    {
        Of = Counted.WardStays,
        NationalTwin = "MHS24, MHS25",
        Count = static (person, tally) =>
        {
            foreach (var stay in person.Stays)
            {
                var nights = person.Window.Nights(stay.Start, stay.Until);
                if (nights != 0)
                {
                    tally.Add(Occupied, stay, stay.BedClass, nights);
                }

                if (nights != stay.Leave)
                {
                    tally.Add(LessLeave, stay, stay.BedClass, nights - stay.Leave);
                }
            }
        },
    };
}
