using Homeward.Columns;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Sized;

/// <summary>Counts the ward stays of each month's extract, so that every month ends up with the rows asked for.</summary>
sealed class RowCount(SizedRequest request)
{
    readonly int[] rows = new int[request.Months];

    public int Missing(int month) => request.Rows - rows[month];

    /// <summary>Adds the stays; adds none and says false where a month would have too many rows.</summary>
    public bool TryAdd(IReadOnlyList<Episode> episodes)
    {
        var more = new int[rows.Length];
        foreach (var part in episodes.SelectMany(episode => episode.Parts))
        {
            var first = Math.Max(0, Month.Of(part.Start) - request.First);
            var last = Math.Min(rows.Length - 1, part.End is { } end ? Month.Of(end) - request.First : rows.Length - 1);
            for (var month = first; month <= last; month++)
                more[month]++;
        }

        if (more.Where((count, month) => rows[month] + count > request.Rows).Any())
            return false;
        for (var month = 0; month < rows.Length; month++)
            rows[month] += more[month];
        return true;
    }
}
