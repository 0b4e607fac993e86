using Homeward.Measures.Placements;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class ActivePlacements
{
    static readonly ByClass Splits = new(Unit.Count, Windows.Month);

    public static Measure Measure { get; } = new(
        "K01",
        "Active OAPs at period end",
        "Out of area placements that have begun and not ended on the last day of the period.",
        "Distinct placements with start on or before P1 and no end or an end after P1; not those last seen in an earlier month.",
        Polarity.LowerIsBetter,
        Looks.People,
        Splits.Splits)
    {
        NationalTwin = "OAP03, OAP03a",
        Scoped = true,
        OfPlacements = true,
        Flows = true,
        Count = static (person, tally) =>
        {
            foreach (var placement in person.Placements)
            {
                if (placement.ActiveAtEnd)
                {
                    Splits.Add(tally, placement, BedAt.PeriodEnd(placement.Spell.Stays(person)));
                }
            }
        },
    };
}
