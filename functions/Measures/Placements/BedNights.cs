using Homeward.Measures.Stories;

namespace Homeward.Measures.Placements;

/// <summary>How a placement's nights divide among the beds in which they were spent.</summary>
static class BedNights
{
    /// <summary>Nights between two days that lie in at least one of the stays chosen.</summary>
    /// <param name="stays">By start.</param>
    public static int In(ReadOnlySpan<PersonStay> stays, int from, int until, Predicate<PersonStay> chosen)
    {
        var nights = 0;
        var counted = from;
        foreach (var stay in stays)
        {
            if (chosen(stay))
            {
                var start = Math.Max(counted, stay.Start);
                var end = Math.Min(until, stay.Until);
                if (end > start)
                {
                    nights += end - start;
                    counted = end;
                }
            }
        }

        return nights;
    }
}
