namespace Homeward.Synthetic.Story;

/// <summary>Counts placements as kpis.md §2 has it, for shaping: the generator's own arithmetic, shared with nothing downstream.</summary>
static class PlacementLedger
{
    /// <summary>Each placement's end after the overlap rule: the latest start of the same person's later placements that begin before it ends.</summary>
    public static DateOnly? EffectiveEnd(Episode placement, IEnumerable<Episode> all)
    {
        var later = all
            .Where(other => ReferenceEquals(other.Person, placement.Person) && other.Start > placement.Start)
            .Where(other => placement.End is null || other.Start < placement.End)
            .Select(other => (DateOnly?)other.Start)
            .Max();
        return later ?? placement.End;
    }

    public static int Nights(IReadOnlyList<Episode> placements, DateOnly from, DateOnly to) =>
        placements.Sum(placement => Story.Nights.Between(from, to, placement.Start, EffectiveEnd(placement, placements)));

    public static bool Active(Episode placement, IReadOnlyList<Episode> all, DateOnly at) =>
        placement.Start <= at && (EffectiveEnd(placement, all) is not { } end || end > at);
}
