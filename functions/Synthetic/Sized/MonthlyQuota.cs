using Homeward.Columns;

namespace Homeward.Synthetic.Sized;

/// <summary>Lets so many things into every month and no more, so that a table is as long in one month as in the next.</summary>
sealed class MonthlyQuota(SizedRequest request, int most)
{
    readonly int[] counts = new int[request.Months];

    /// <summary>Counts something from one day to another; says false where a month of it is full, or it lies in no month.</summary>
    public bool TryAdd(DateOnly from, DateOnly to)
    {
        var (first, last) = (Math.Max(0, Month.Of(from) - request.First), Math.Min(request.Months - 1, Month.Of(to) - request.First));
        if (first > last || counts[first..(last + 1)].Any(count => count >= most))
            return false;
        for (var month = first; month <= last; month++)
            counts[month]++;
        return true;
    }
}
