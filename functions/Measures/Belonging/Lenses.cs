using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Belonging;

/// <summary>To which collaborative a record belongs in each lens, and where its site lies for the person's home (kpis.md §2).</summary>
/// <remarks>Remembers what it was asked: one per thread.</remarks>
sealed class Lenses(ReferenceData reference, Memberships memberships, Region region)
{
    static readonly ServiceLine[] Lines = Enum.GetValues<ServiceLine>();

    readonly Dictionary<(int Home, ServiceLine Line, int Provider, int Month), int> homes = [];
    readonly Dictionary<long, int> submitters = [];
    readonly Dictionary<(int Home, ServiceLine Line, int Site, int Month), Flow> flows = [];

    /// <summary>The collaborative that answers for a person of no placement; -1 none.</summary>
    public int People(int provider, int home, ServiceLine line, int month) =>
        home == 0 ? Beds(provider, line, month) : Home(home, line, provider, month, region.MonthAt(month).End);

    /// <summary>The collaborative that answers for a placed person; -1 none.</summary>
    /// <param name="start">Of the placement: membership and service lines are read then.</param>
    public int Placed(int sender, int start, int provider, int home, ServiceLine line, int month)
    {
        var member = sender == 0 ? Memberships.None : memberships.OfMember(region.Pools.Organisations[sender], line, start);
        return member switch
        {
            >= 0 => member,
            Memberships.OtherLine => Memberships.None,
            _ => home == 0 ? Memberships.None : Home(home, line, provider, month, start),
        };
    }

    /// <summary>The submitter's collaborative, where it answers for the line; -1 none.</summary>
    public int Beds(int provider, ServiceLine line, int month)
    {
        var key = ((long)provider << 8 | (long)line) << 16 | (long)month;
        if (!submitters.TryGetValue(key, out var found))
        {
            found = memberships.OfMember(region.Pools.Organisations[provider], line, region.MonthAt(month).End);
            found = Math.Max(found, Memberships.None);
            submitters[key] = found;
        }

        return found;
    }

    public Flow FlowOf(int home, ServiceLine line, int site, int month)
    {
        var key = (home, line, site, month);
        if (!flows.TryGetValue(key, out var flow))
        {
            flow = reference.FlowOf(
                home == 0 ? null : region.Pools.Icbs[home],
                line,
                site == 0 ? null : region.Pools.Sites[site],
                region.MonthAt(month).LastDay);
            flows[key] = flow;
        }

        return flow;
    }

    /// <summary>The collaborative with natural flow for a home; the line must be one of its own on <paramref name="day"/>.</summary>
    int Home(int home, ServiceLine line, int provider, int month, int day)
    {
        var key = (home, line, line == ServiceLine.Unknown ? provider : 0, month);
        if (!homes.TryGetValue(key, out var found))
        {
            homes[key] = found = line == ServiceLine.Unknown ? HomeOfAnyLine(home, provider, month) : HomeOfLine(home, line, month);
        }

        return found >= 0 && memberships.AnswersFor(found, line, day) ? found : Memberships.None;
    }

    int HomeOfLine(int home, ServiceLine line, int month) =>
        memberships.IndexOf(reference.CollaborativeOfHome(region.Pools.Icbs[home], line, region.MonthAt(month).LastDay));

    /// <summary>An unknown line counts in: with the collaborative that lists the home, the submitter's own where several do.</summary>
    int HomeOfAnyLine(int home, int provider, int month)
    {
        var own = Beds(provider, ServiceLine.Unknown, month);
        var found = Lines.Select(line => HomeOfLine(home, line, month)).Where(c => c >= 0).ToArray();
        return found.Length == 0 ? Memberships.None : found.Contains(own) ? own : found.Min();
    }
}
