using Homeward.Columns;
using Homeward.Measures.Months;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Outputs;

/// <summary>How much of what a figure reads was there: accepted ÷ expected provider-months.</summary>
sealed class Coverage
{
    readonly ProviderMonths months;
    readonly IReadOnlyList<Collaborative> collaboratives;
    readonly IReadOnlyList<Window> windows;
    readonly Dictionary<(int Collaborative, int Window, int Ahead), double?> totals = [];
    readonly Dictionary<(string Provider, int Collaborative, int Window, int Ahead), double?> ofProvider = [];

    public Coverage(ProviderMonths months, IReadOnlyList<Collaborative> collaboratives, IReadOnlyList<Window> windows)
    {
        this.months = months;
        this.collaboratives = collaboratives;
        this.windows = windows;
    }

    /// <summary>0 to 1; null where no submission was expected.</summary>
    /// <param name="collaborative">Its position; after the last, the programme.</param>
    /// <param name="ahead">Months after the period that the figure reads.</param>
    public double? Of(int collaborative, int window, int ahead)
    {
        var key = (collaborative, window, ahead);
        if (!totals.TryGetValue(key, out var share))
        {
            totals[key] = share = Share(Expected(collaborative, window, ahead));
        }

        return share;
    }

    /// <summary>The same of one provider.</summary>
    public double? Of(string provider, int collaborative, int window, int ahead)
    {
        var key = (provider, collaborative, window, ahead);
        if (!ofProvider.TryGetValue(key, out var share))
        {
            ofProvider[key] = share = Share(Expected(collaborative, window, ahead).Where(e => e.Provider == provider));
        }

        return share;
    }

    double? Share(IEnumerable<(string Provider, Month Month)> expected)
    {
        var distinct = expected.ToHashSet();
        return distinct.Count == 0 ? null : (double)distinct.Count(e => months.Accepted(e.Provider, e.Month) is not null) / distinct.Count;
    }

    /// <summary>Provider-months expected: of a member that is one on the last day of the month.</summary>
    IEnumerable<(string Provider, Month Month)> Expected(int collaborative, int window, int ahead) =>
        from w in windows
        where w.Index == window
        from c in collaborative == collaboratives.Count ? Enumerable.Range(0, collaborative) : [collaborative]
        where w.IsFor(c)
        from month in Enumerable.Range(0, w.Months + ahead).Select(i => w.First + i)
        where month <= w.Last || month <= months.Last
        from member in collaboratives[c].Members
        where member.Expected && member.Effective.On(month.LastDay)
        select (member.Organisation, month);
}
