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
        Count = static (person, tally) =>
        {
            foreach (var placement in person.Placements)
            {
                foreach (var split in Splits.Of(placement))
                {
                    Add(split, person, tally, placement);
                    AddAcute(split, person, tally, placement);
                }
            }
        },
    };

    /// <summary>Adds a placement's nights in the window: to the total, and to each bed class those spent in it.</summary>
    public static void Add(Split split, PersonWindow person, Tally tally, Placement placement)
    {
        var nights = person.Window.Nights(placement.Start, placement.Until);
        if (nights > 0)
        {
            tally.Add(split, Scope.All, Lens.People, placement, Tally.AnyBed, nights);
            foreach (var (bedClass, inClass) in BedNights.ByClass(person, placement))
            {
                tally.AddBedClass(split, Scope.All, Lens.People, placement, bedClass, inClass);
            }
        }
    }

    static void AddAcute(Split split, PersonWindow person, Tally tally, Placement placement)
    {
        var acute = BedNights.In(person, placement, stay => tally.Layout.IsAcute(stay.BedClass));
        if (acute > 0)
        {
            tally.Add(split, Scope.Acute, Lens.People, placement, Tally.AnyBed, acute);
            foreach (var (bedClass, nights) in BedNights.ByClass(person, placement))
            {
                if (tally.Layout.IsAcute(bedClass))
                {
                    tally.AddBedClass(split, Scope.Acute, Lens.People, placement, bedClass, nights);
                }
            }
        }
    }
}
