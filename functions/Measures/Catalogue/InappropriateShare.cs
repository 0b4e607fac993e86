using Homeward.Measures.Placements;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class InappropriateShare
{
    static readonly Split Percent = new("pct", Unit.Percent, Figure.Ratio, Windows.Month) { Scale = 100 };

    public static Measure Measure { get; } = new(
        "K05",
        "Inappropriate share of active OAPs",
        "How many of the active out of area placements were made because no local bed was free.",
        "pct = 100 x K01 inappropriate / K01 all.",
        Polarity.LowerIsBetter,
        Looks.People,
        [Percent])
    {
        Scoped = true,
        OfPlacements = true,
        Count = static (person, tally) =>
        {
            foreach (var placement in person.Placements)
            {
                if (placement.ActiveAtEnd)
                {
                    var bedClass = BedAt.PeriodEnd(placement.Spell.Stays(person));
                    var inappropriate = placement.Class == PlacementClass.Inappropriate ? 1 : 0;
                    tally.Add(Percent, Scope.All, Lens.People, placement, bedClass, inappropriate, 1);
                    if (tally.Layout.IsAcute(bedClass))
                    {
                        tally.Add(Percent, Scope.Acute, Lens.People, placement, bedClass, inappropriate, 1);
                    }
                }
            }
        },
    };
}
