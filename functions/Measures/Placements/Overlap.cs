namespace Homeward.Measures.Placements;

/// <summary>The national rule for placements of one person that overlap (domain.md §3.1).</summary>
static class Overlap
{
    /// <summary>
    /// A placement during which later ones start ends on the day the latest of them starts. Judged on the ends as told, so
    /// that the order of judging does not matter.
    /// </summary>
    public static void Shorten(ReadOnlySpan<Placement> placements)
    {
        foreach (var placement in placements)
        {
            var latest = int.MinValue;
            foreach (var later in placements)
            {
                if (later.Start > placement.Start && later.Start < placement.ToldEnd)
                {
                    latest = Math.Max(latest, later.Start);
                }
            }

            placement.End = latest == int.MinValue ? placement.ToldEnd : latest;
        }
    }
}
