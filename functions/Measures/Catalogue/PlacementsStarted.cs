using Homeward.Measures.Placements;
using Homeward.Measures.Time;

namespace Homeward.Measures.Catalogue;

static class PlacementsStarted
{
    static readonly ByClass Splits = new(Unit.Count, Windows.All);

    public static Measure Measure { get; } = new(
        "K02",
        "OAPs started",
        "Out of area placements that began in the window.",
        "Distinct placements with start from the window's first day to its last.",
        Polarity.LowerIsBetter,
        Looks.People,
        Splits.Splits)
    {
        NationalTwin = "OAP01, OAP01a",
        Scoped = true,
        OfPlacements = true,
        Flows = true,
        Count = static (person, tally) =>
        {
            foreach (var placement in person.Placements)
            {
                if (person.Window.Holds(placement.Start))
                {
                    Splits.Add(tally, placement, BedAt.Start(placement.Spell.Stays(person), placement.Start));
                }
            }
        },
    };
}
