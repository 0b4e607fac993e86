using Homeward.Measures.Placements;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class PlacementsEnded
{
    static readonly ByClass Splits = new(Unit.Count, Windows.All);

    public static Measure Measure { get; } = new(
        "K03",
        "OAPs ended",
        "Out of area placements that ended in the window, by discharge or because a later placement began.",
        "Distinct placements with end, after the overlap rule, from the window's first day to its last.",
        Polarity.Neutral,
        Looks.People,
        Splits.Splits)
    {
        NationalTwin = "OAP04, OAP04a",
        Scoped = true,
        OfPlacements = true,
        Flows = true,
        Count = static (person, tally) =>
        {
            foreach (var placement in person.Placements)
            {
                if (placement.HasEnded && person.Window.Holds(placement.End))
                {
                    Splits.Add(tally, placement, BedAt.End(placement.Spell.Stays(person), placement.End));
                }
            }
        },
    };
}
