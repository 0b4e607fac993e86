using Homeward.Columns;

namespace Homeward.Synthetic.Story;

/// <summary>Nights of a stay within a window: admission day counted, discharge day not.</summary>
static class Nights
{
    public static int In(Month month, DateOnly start, DateOnly? end) => Between(month.FirstDay, month.LastDay, start, end);

    public static int Between(DateOnly from, DateOnly to, DateOnly start, DateOnly? end)
    {
        var after = to.DayNumber + 1;
        return Math.Max(0, Math.Min(end?.DayNumber ?? after, after) - Math.Max(start.DayNumber, from.DayNumber));
    }
}
