using Homeward.Columns;

namespace Homeward.Measures.Time;

/// <summary>What one month saw of records that begin and end.</summary>
/// <param name="Nights">Σ N over all of them (kpis.md §1).</param>
/// <param name="Active">Open at the end of the month's last day.</param>
/// <param name="Started">Begun in the month.</param>
public readonly record struct MonthActivity(Month Month, long Nights, int Active, int Started);

/// <summary>Nights, active and started of every month at once, of columns as they lie in a curated file.</summary>
/// <remarks>
/// Beginnings and ends are counted by day: whoever has begun and not ended by a day spends its night, so a record costs two additions
/// however many months it spans. Records as they are: no overlap rule, no lens. The catalogue, which needs both, goes person by person.
/// </remarks>
public static class MonthlyActivity
{
    const int RowsOfPart = 1 << 18;

    /// <exception cref="ArgumentException">The columns differ in length, a start is missing, or there is no month.</exception>
    public static IReadOnlyList<MonthActivity> Of(DateColumn start, DateColumn end, Month first, Month last)
    {
        if (start.Count != end.Count || start.NullCount > 0 || last < first)
        {
            throw new ArgumentException($"{start.Count} starts ({start.NullCount} missing) and {end.Count} ends from {first} to {last}: expected as many of both, and a month.");
        }

        // Day 0 stands for all before the first month, the last one for all after the last.
        var (before, days) = (first.Start - 1, last.End - first.Start + 3);
        var (begun, ended) = (new int[days], new int[days]);
        var parts = (start.Count + RowsOfPart - 1) / RowsOfPart;
        Parallel.For(0, parts, () => (Begun: new int[days], Ended: new int[days]), (part, _, local) =>
        {
            var to = Math.Min(start.Count, (part + 1) * RowsOfPart);
            Count(start.Values.AsSpan(part * RowsOfPart, to - part * RowsOfPart), end, part * RowsOfPart, before, local.Begun, local.Ended);
            return local;
        }, local =>
        {
            lock (begun)
            {
                Add(begun, local.Begun);
                Add(ended, local.Ended);
            }
        });
        return Months(begun, ended, before, first, last);
    }

    static void Count(ReadOnlySpan<int> starts, DateColumn end, int from, int before, int[] begun, int[] ended)
    {
        var latest = begun.Length - 1;
        var ends = end.Values.AsSpan(from, starts.Length);
        for (var row = 0; row < starts.Length; row++)
        {
            var begins = Math.Clamp(starts[row] - before, 0, latest);
            begun[begins]++;
            if (end.Nulls is null || !end.Nulls[from + row])
            {
                // One that ends before it starts spends no night.
                ended[Math.Clamp(ends[row] - before, begins, latest)]++;
            }
        }
    }

    static void Add(int[] to, int[] from)
    {
        for (var day = 0; day < to.Length; day++)
        {
            to[day] += from[day];
        }
    }

    static MonthActivity[] Months(int[] begun, int[] ended, int before, Month first, Month last)
    {
        var months = new MonthActivity[last - first + 1];
        var active = begun[0] - ended[0];
        for (var i = 0; i < months.Length; i++)
        {
            var (month, nights, started) = (first + i, 0L, 0);
            for (var day = month.Start - before; day <= month.End - before; day++)
            {
                active += begun[day] - ended[day];
                started += begun[day];
                nights += active;
            }

            months[i] = new(month, nights, active, started);
        }

        return months;
    }
}
