namespace Homeward.Synthetic.Story;

/// <summary>Moves days of journeys within a window until it holds what was observed; who begins and who ends in it stays as it is.</summary>
sealed record JourneyShaping(DateOnly From, DateOnly To)
{
    const int Shortest = 3;

    /// <summary>Lengthens and shortens journeys that end in the window until their nights in all are as many as wanted.</summary>
    public void LengthOfThoseEnding(IReadOnlyList<Journey> journeys, int nights)
    {
        var ending = journeys.Where(journey => journey.EndsIn(From, To)).ToList();
        var off = nights - ending.Sum(journey => journey.Nights);
        Move(off, ending, (journey, day) =>
        {
            var end = journey.End.AddDays(day);
            if (end < From || end > To || end.DayNumber - journey.Start.DayNumber < Shortest)
                return false;
            journey.End = end;
            return true;
        });
    }

    /// <summary>Brings people home earlier or later until the nights away in the window are as many as wanted.</summary>
    public void NightsAway(IReadOnlyList<Journey> journeys, int nights)
    {
        // Only journeys that begin in the window: of an earlier one, no record of the window may tell where it began.
        var movable = journeys.Where(journey => journey.Start >= From && journey.Start <= To && journey.AwayUntil > journey.Start).ToList();
        var off = nights - journeys.Sum(journey => journey.NightsAway(From, To));
        Move(off, movable, (journey, day) =>
        {
            var after = journey.AwayUntil.DayNumber - journey.Start.DayNumber + day;
            if (after < Shortest || after > journey.Nights || journey.Start.AddDays(Math.Max(after, after - day)) > To)
                return false;
            journey.ComesHomeAfter = after;
            return true;
        });
    }

    void Move(int off, List<Journey> journeys, Func<Journey, int, bool> move)
    {
        while (off != 0)
        {
            var before = off;
            foreach (var journey in journeys)
            {
                if (off != 0 && move(journey, Math.Sign(off)))
                    off -= Math.Sign(off);
            }

            if (off == before)
                throw new InvalidOperationException($"The journeys from {From:O} to {To:O} cannot be moved: {off} nights are missing.");
        }
    }
}
