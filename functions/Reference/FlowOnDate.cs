namespace Homeward.Reference;

/// <summary>
/// Natural clinical flow in force on one day, numbered for work per row: turn each distinct home and site into its number once
/// (<see cref="Home"/>, <see cref="Site"/>), then ask by number.
/// </summary>
public sealed class FlowOnDate
{
    static readonly int Lines = Enum.GetValues<ServiceLine>().Length;

    readonly Dictionary<string, int> homes = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> sites = new(StringComparer.Ordinal);
    readonly bool[] listed;
    readonly Collaborative?[] owners;

    internal FlowOnDate(IReadOnlyList<Collaborative> collaboratives, DateOnly on)
    {
        On = on;
        var rows = collaboratives.SelectMany(owner => owner.Flow, (owner, row) => (owner, row)).Where(flow => flow.row.Effective.On(on)).ToArray();
        foreach (var (_, row) in rows)
        {
            homes.TryAdd(row.HomeIcb, homes.Count);
            sites.TryAdd(row.Site, sites.Count);
        }

        // One row and one column more than there are codes: the place of every home and site that nobody lists.
        listed = new bool[(homes.Count + 1) * Lines * (sites.Count + 1)];
        owners = new Collaborative?[(homes.Count + 1) * Lines];
        foreach (var (owner, row) in rows)
        {
            var home = homes[row.HomeIcb];
            listed[Cell(home, row.Line, sites[row.Site])] = true;
            listed[Cell(home, ServiceLine.Unknown, sites[row.Site])] = true;
            owners[home * Lines + (int)row.Line] = owner;
        }
    }

    /// <summary>The day that it holds for.</summary>
    public DateOnly On { get; }

    /// <summary>The number of a home ICB; -1 where it is unknown.</summary>
    public int Home(string? homeIcb) => homeIcb is null ? -1 : homes.GetValueOrDefault(homeIcb, homes.Count);

    /// <summary>The number of a site; -1 where none is given.</summary>
    public int Site(string? site) => site is null ? -1 : sites.GetValueOrDefault(site, sites.Count);

    /// <summary>reference.md, "In flow", by numbers. A line that is Unknown counts in: the site is local where any line lists it.</summary>
    public Flow Of(int home, ServiceLine line, int site) =>
        home < 0 || site < 0 ? Flow.Unknown : listed[Cell(home, line, site)] ? Flow.In : Flow.Out;

    /// <summary>reference.md, "In flow": Unknown where home or site is not known, In where the site is listed, else Out.</summary>
    public Flow Of(string? homeIcb, ServiceLine line, string? site) => Of(Home(homeIcb), line, Site(site));

    /// <summary>The collaborative that lists the home for the line; null where none does.</summary>
    public Collaborative? Collaborative(int home, ServiceLine line) => home < 0 ? null : owners[home * Lines + (int)line];

    int Cell(int home, ServiceLine line, int site) => (home * Lines + (int)line) * (sites.Count + 1) + site;
}
