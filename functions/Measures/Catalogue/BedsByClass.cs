using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class BedsByClass
{
    static readonly Split Commissioned = new("commissioned", Unit.Count, Figure.Sum, Windows.Month);
    static readonly Split Available = new("available", Unit.Nights, Figure.Sum, Windows.Month);
    static readonly Split Closed = new("closed", Unit.Nights, Figure.Sum, Windows.Month);
    static readonly Split Open = new("open", Unit.Count, Figure.Sum, Windows.Month);

    public static Measure Measure { get; } = new(
        "K30",
        "Beds by class",
        "Beds commissioned and open, and bed days available and closed, in the month.",
        "Sums over the month's beds rows: CommissionedBeds, AvailBedDays, ClosedBedDays (also by Closed Reason), OpenBeds.",
        Polarity.Neutral,
        Looks.Beds,
        [Commissioned, Available, Closed, Open])
    {
        CountFacts = static (facts, window, tally) =>
        {
            foreach (var bed in facts.Region.Small.Beds)
            {
                if (!window.Holds(facts.Region.MonthAt(bed.Month).Start))
                {
                    continue;
                }

                var ward = new Ward(facts, bed);
                tally.Add(Commissioned, Scope.All, Lens.Beds, ward, bed.BedClass, Math.Max(0, bed.Commissioned));
                tally.Add(Available, Scope.All, Lens.Beds, ward, bed.BedClass, bed.Available);
                tally.Add(Closed, Scope.All, Lens.Beds, new Ward(facts, bed, byReason: bed.Closed > 0), bed.BedClass, bed.Closed);
                tally.Add(Open, Scope.All, Lens.Beds, ward, bed.BedClass, Math.Max(0, bed.Open));
            }
        },
    };
}
