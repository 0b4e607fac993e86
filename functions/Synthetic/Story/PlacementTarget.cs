namespace Homeward.Synthetic.Story;

/// <summary>Moves the dates of placements until a window holds the nights and its last day the people that were observed.</summary>
/// <param name="Nights">Of the window; null where only the last day counts.</param>
/// <param name="Active">At the end of the last day.</param>
sealed record PlacementTarget(DateOnly From, DateOnly To, int? Nights, int Active)
{
    const int Shortest = 3;

    /// <param name="placements">All that count.</param>
    /// <param name="fixedDates">Those whose dates must stay: people with overlapping placements.</param>
    public void Shape(IReadOnlyList<Episode> placements, IReadOnlySet<Episode> fixedDates)
    {
        ShapeActive(placements, fixedDates);
        if (Nights is { } nights)
            ShapeNights(placements, fixedDates, nights);
    }

    void ShapeActive(IReadOnlyList<Episode> placements, IReadOnlySet<Episode> fixedDates)
    {
        int Missing() => Active - placements.Count(placement => PlacementLedger.Active(placement, placements, To));
        var free = placements.Where(placement => !fixedDates.Contains(placement) && placement.Start <= To.AddDays(-2 * Shortest)).ToList();
        while (Missing() < 0)
        {
            var leaves = free.Where(placement => placement.End is null || placement.End > To).MinBy(placement => placement.Start)
                ?? throw new InvalidOperationException($"Nobody can leave before {To:O}: {-Missing()} too many are placed.");
            leaves.EndOn(To.AddDays(-(-Missing() % 5)));
        }

        while (Missing() > 0)
        {
            var stays = free.Where(placement => placement.End <= To).MaxBy(placement => placement.End)
                ?? throw new InvalidOperationException($"Nobody can stay beyond {To:O}: {Missing()} too few are placed.");
            stays.EndOn(To.AddDays(4 + 3 * Missing()));
        }
    }

    void ShapeNights(IReadOnlyList<Episode> placements, IReadOnlySet<Episode> fixedDates, int nights)
    {
        var free = placements.Where(placement => !fixedDates.Contains(placement) && placement.IsIn(From, To)).ToList();
        var off = nights - PlacementLedger.Nights(placements, From, To);
        while (off != 0)
        {
            var before = off;
            foreach (var placement in free)
            {
                if (off != 0 && (off > 0 ? Lengthen(placement) : Shorten(placement)))
                    off -= Math.Sign(off);
            }

            if (off == before)
                throw new InvalidOperationException($"The placements from {From:O} to {To:O} cannot be moved: {off} nights are missing.");
        }
    }

    // Only days inside the window move, and nobody crosses its last day: the people placed then have been settled.
    bool Lengthen(Episode placement)
    {
        if (placement.End < To && placement.End > From)
            placement.EndOn(placement.End?.AddDays(1));
        else if (placement.Start > From && placement.Start <= To)
            placement.StartOn(placement.Start.AddDays(-1));
        else
            return false;
        return true;
    }

    bool Shorten(Episode placement)
    {
        if (placement.End is { } end && end.DayNumber - placement.Start.DayNumber <= Shortest)
            return false;
        if (placement.End <= To && placement.End > From.AddDays(1))
            placement.EndOn(placement.End?.AddDays(-1));
        else if (placement.Start >= From && placement.Start < To.AddDays(-Shortest))
            placement.StartOn(placement.Start.AddDays(1));
        else
            return false;
        return true;
    }
}
