using Homeward.Columns;
using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Extract;

/// <summary>How many beds a ward needs for its story, and how they stand in a month.</summary>
sealed class WardCapacity
{
    readonly Dictionary<Month, int> occupied = [];

    /// <param name="parts">Every part of a stay on the ward.</param>
    public WardCapacity(Ward ward, IEnumerable<WardPart> parts)
    {
        Ward = ward;
        List<(int Day, int Change)> changes = [];
        foreach (var part in parts)
        {
            changes.Add((part.Start.DayNumber, 1));
            if (part.End is { } end)
                changes.Add((end.DayNumber, -1));
        }

        // On a day of both, the bed is free before it is taken.
        changes.Sort();
        var (beds, most, since) = (0, 0, 0);
        foreach (var (day, change) in changes)
        {
            AddNights(since, day, beds);
            (beds, since) = (beds + change, day);
            most = Math.Max(most, beds);
        }

        lastChange = since;
        bedsAfter = beds;
        Beds = most + 2;
    }

    readonly int lastChange;
    readonly int bedsAfter;

    public Ward Ward { get; }

    /// <summary>Commissioned.</summary>
    public int Beds { get; }

    /// <summary>In some months one bed is closed, never one that somebody needs.</summary>
    public int ClosedBedDays(Month month)
    {
        var wanted = (month.Number + Ward.Code.Length + Beds) % 4 == 0 ? 10 : 0;
        return Math.Min(wanted, Beds * month.Days - Occupied(month));
    }

    public int AvailableBedDays(Month month) => Beds * month.Days - ClosedBedDays(month);

    int Occupied(Month month)
    {
        var nights = occupied.GetValueOrDefault(month);
        var open = month.LastDay.DayNumber + 1 - Math.Max(lastChange, month.FirstDay.DayNumber);
        return nights + Math.Max(0, open) * bedsAfter;
    }

    void AddNights(int from, int to, int beds)
    {
        while (beds > 0 && from < to)
        {
            var month = Month.Of(DateOnly.FromDayNumber(from));
            var next = Math.Min(to, (month + 1).FirstDay.DayNumber);
            occupied[month] = occupied.GetValueOrDefault(month) + (next - from) * beds;
            from = next;
        }
    }
}
