using Homeward.Measures.Placements;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class PlacementBedDays
{
    static readonly ByClass Splits = new(Unit.Nights, Windows.All);

    public static Measure Measure { get; } = new(
        "K04",
        "OAP bed days",
        "Nights spent in out of area placements in the window; the day of discharge is not counted.",
        "Sum over placements of max(0, days(min(end or P1 + 1, P1 + 1) - max(start, P0))); acute: of those, nights in ward stays of "
            + "class 200, 201 or 202. By Bed Class: nights in ward stays of the class, so that the rows need not add up.",
        Polarity.LowerIsBetter,
        Looks.People,
        Splits.Splits)
    {
        NationalTwin = "OAP02, OAP02a",
        Scoped = true,
        OfPlacements = true,
        Flows = true,
        Count = Count,
    };

    static void Count(PersonWindow person, Tally tally)
    {
        foreach (var placement in person.Placements)
        {
            var nights = person.Window.Nights(placement.Start, placement.Until);
            if (nights > 0)
            {
                Splits.AddNights(tally, placement, Scope.All, nights);
                CountBeds(person, tally, placement, nights);
            }
        }
    }

    static void CountBeds(PersonWindow person, Tally tally, Placement placement, int nights)
    {
        var from = Math.Max(placement.Start, person.Window.Start);
        var until = from + nights;
        var stays = placement.Spell.Stays(person);
        var acute = BedNights.In(stays, from, until, stay => tally.Layout.IsAcute(stay.BedClass));
        if (acute > 0)
        {
            Splits.AddNights(tally, placement, Scope.Acute, acute);
        }

        var elsewhere = nights - BedNights.In(stays, from, until, _ => true);
        if (elsewhere > 0)
        {
            Splits.AddBedNights(tally, placement, 0, elsewhere);
        }

        for (var i = 0; i < stays.Length; i++)
        {
            var bedClass = stays[i].BedClass;
            if (FirstOf(stays, bedClass) == i && BedNights.In(stays, from, until, stay => stay.BedClass == bedClass) is > 0 and var inClass)
            {
                Splits.AddBedNights(tally, placement, bedClass, inClass);
            }
        }
    }

    static int FirstOf(ReadOnlySpan<PersonStay> stays, int bedClass)
    {
        var i = 0;
        while (stays[i].BedClass != bedClass)
        {
            i++;
        }

        return i;
    }
}
