using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Scenarios.EastOfEngland;

/// <summary>What the senders' case managers do about the placements that they list: most are looked at every four weeks, some are forgotten.</summary>
sealed class CaseManagement(Random chance)
{
    const int Weeks = 28;

    public IEnumerable<Review> Reviews(IEnumerable<Episode> placements)
    {
        var listed = placements.Where(placement => placement.Placement is { Sender: not null } label && label.By.HasFlag(Recorded.Sender));
        foreach (var placement in listed.Where(_ => chance.Next(100) < 85))
        {
            for (var day = placement.Start.AddDays(3 + chance.Next(10)); day < placement.End; day = day.AddDays(Weeks - 7 + chance.Next(10)))
            {
                yield return new(placement, placement.Placement!.Sender!, day < placement.Start.AddDays(14) ? "CRAFT" : "CASE", day)
                {
                    NextDue = day.AddDays(Weeks),
                    PlannedReturn = chance.Next(100) < 70 ? placement.End : null,
                    Barrier = placement.Placement.Barrier,
                };
            }
        }
    }
}
