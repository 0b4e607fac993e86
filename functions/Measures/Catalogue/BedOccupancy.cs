using Homeward.Measures.Records;
using Homeward.Measures.Stories;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class BedOccupancy
{
    static readonly Split Occupancy = new("occupancy", Unit.Percent, Figure.Ratio, Windows.Standard) { Scale = 100 };
    static readonly Split Closed = new("closed", Unit.Percent, Figure.Ratio, Windows.Standard) { Scale = 100 };

    public static Measure Measure { get; } = new(
        "K14",
        "Bed occupancy",
        "How full the available beds were, and how much of the beds was closed.",
        "occupancy = 100 x sum of nights / sum of AvailBedDays over ward-months with both above 0; closed = 100 x closed / (available + closed).",
        Polarity.Neutral,
        Looks.Beds,
        [Occupancy, Closed])
    {
        CountFacts = static (facts, window, tally) =>
        {
            foreach (var bed in facts.Region.Small.Beds)
            {
                if (window.Holds(facts.Region.MonthAt(bed.Month).Start))
                {
                    Add(facts, tally, bed);
                }
            }
        },
    };

    static void Add(RegionFacts facts, Tally tally, in BedRow bed)
    {
        var subject = new Ward(facts, bed);
        var nights = facts.WardNights(bed);
        if (nights > 0 && bed.Available > 0)
        {
            tally.Add(Occupancy, Scope.All, Lens.Beds, subject, bed.BedClass, nights, bed.Available);
        }

        if (bed.Available + bed.Closed > 0)
        {
            tally.Add(Closed, Scope.All, Lens.Beds, subject, bed.BedClass, bed.Closed, bed.Available + bed.Closed);
        }
    }
}
