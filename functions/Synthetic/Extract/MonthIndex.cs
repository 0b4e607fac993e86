using Homeward.Columns;

namespace Homeward.Synthetic.Extract;

/// <summary>The events that each month's extract holds, found once for all months.</summary>
sealed class MonthIndex<T>
{
    readonly Month first;
    readonly List<Local<T>>[] months;

    /// <param name="dates">When an event begins and ends; it is in every month from the one to the other.</param>
    public MonthIndex(Month first, Month last, IEnumerable<Local<T>> events, Func<T, (DateOnly From, DateOnly? To)> dates)
    {
        this.first = first;
        months = [.. Enumerable.Range(0, last - first + 1).Select(_ => new List<Local<T>>())];
        foreach (var happened in events)
        {
            var (from, to) = dates(happened.Event);
            var begin = Math.Max(0, Month.Of(from) - first);
            var end = to is { } day ? Math.Min(months.Length - 1, Month.Of(day) - first) : months.Length - 1;
            for (var month = begin; month <= end; month++)
                months[month].Add(happened);
        }
    }

    public IReadOnlyList<Local<T>> this[Month month] => months[month - first];
}
