using Homeward.Columns;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Outputs;

/// <summary>How much of what a figure reads was there: accepted ÷ expected provider-months.</summary>
sealed class Coverage
{
    readonly IReadOnlyList<Collaborative> collaboratives;
    readonly IReadOnlyList<Window> windows;
    readonly HashSet<(string Provider, Month Month)> accepted;
    readonly double?[,] totals;
    readonly Dictionary<(string Provider, int Window, int Collaborative), double?> ofProvider = [];

    public Coverage(IReadOnlyList<Collaborative> collaboratives, IReadOnlyList<Window> windows, IEnumerable<ProviderMonth> months)
    {
        this.collaboratives = collaboratives;
        this.windows = windows;
        accepted = [.. months.Select(m => (m.Provider, m.Period))];
        totals = new double?[collaboratives.Count + 1, WindowNames.Count];
        for (var collaborative = 0; collaborative <= collaboratives.Count; collaborative++)
        {
            for (var window = 0; window < WindowNames.Count; window++)
            {
                totals[collaborative, window] = Share(Expected(collaborative, window));
            }
        }
    }

    /// <summary>0 to 1; null where no submission was expected.</summary>
    /// <param name="collaborative">Its position; after the last, the programme.</param>
    public double? Of(int collaborative, int window) => totals[collaborative, window];

    /// <summary>The same of one provider.</summary>
    public double? Of(string provider, int collaborative, int window)
    {
        var key = (provider, window, collaborative);
        if (!ofProvider.TryGetValue(key, out var share))
        {
            ofProvider[key] = share = Share(Expected(collaborative, window).Where(e => e.Provider == provider));
        }

        return share;
    }

    double? Share(IEnumerable<(string Provider, Month Month)> expected)
    {
        var distinct = expected.ToHashSet();
        return distinct.Count == 0 ? null : (double)distinct.Count(accepted.Contains) / distinct.Count;
    }

    /// <summary>Provider-months expected: of a member that is on the last day of the month.</summary>
    IEnumerable<(string Provider, Month Month)> Expected(int collaborative, int window) =>
        from w in windows
        where w.Index == window
        from c in collaborative == collaboratives.Count ? Enumerable.Range(0, collaborative) : [collaborative]
        where w.IsFor(c)
        from month in Enumerable.Range(0, w.Months).Select(i => w.First + i)
        from member in collaboratives[c].Members
        where member.Expected && member.Effective.On(month.LastDay)
        select (member.Organisation, month);
}
