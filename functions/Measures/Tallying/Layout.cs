using Homeward.Measures.Placements;
using Homeward.Measures.Records;
using Homeward.Reference;

namespace Homeward.Measures.Tallying;

/// <summary>What a cell stands for; levels are numbers of the breakdown's own code pool.</summary>
/// <param name="Secondary">The receiver, of a pair or a route; else -1.</param>
/// <param name="Line">Of a route.</param>
readonly record struct Level(Breakdown Breakdown, int Primary, int Secondary = -1, ServiceLine Line = ServiceLine.Unknown);

/// <summary>Where the cells of every breakdown lie: one line of cells, a stretch per breakdown, cell 0 the total.</summary>
sealed class Layout
{
    /// <summary>The most cells that one subject falls in.</summary>
    public const int MostCells = 20;

    static readonly int Lines = Enum.GetValues<ServiceLine>().Length;

    readonly int[] offsets = new int[(int)Breakdown.Route + 1];
    readonly int[] providers;
    readonly int[] commissioners;
    readonly int[] senders;
    readonly int[] receivers;
    readonly int[] decliningSites;
    readonly Dictionary<(int Sender, int Receiver), int> pairs = [];
    readonly Dictionary<(int Sender, int Receiver), int> routeCells = [];
    readonly List<Level> levels = [];
    readonly bool[] acute;
    readonly bool imd;

    /// <param name="expected">Organisations that may have sent nothing and are still to be told of.</param>
    /// <param name="budgeted">Commissioners that have a budget and may have no referral.</param>
    public Layout(Region region, IEnumerable<string> expected, IEnumerable<string> budgeted)
    {
        var pools = region.Pools;
        var silent = expected.Select(pools.Organisations.Add).ToArray();
        var payers = budgeted.Select(pools.Organisations.Add).ToArray();
        providers = new int[pools.Organisations.Count];
        commissioners = new int[pools.Organisations.Count];
        senders = new int[pools.Organisations.Count];
        receivers = new int[pools.Organisations.Count];
        decliningSites = new int[pools.Sites.Count];
        acute = [.. Enumerable.Range(0, pools.BedClasses.Count).Select(c => pools.BedClasses[c] is "200" or "201" or "202")];
        imd = region.Spells.Any(s => s.Demographics.ImdDecile != 0) || region.Oaps.Any(o => o.Demographics.ImdDecile != 0);
        Lay(Breakdown.Total, 1);
        Number(Breakdown.Provider, providers, region.KeysOf.Select((keys, code) => keys is null ? -1 : code).Where(code => code >= 0).Concat(silent));
        Lay(Breakdown.Icb, pools.Icbs.Count);
        Number(Breakdown.Commissioner, commissioners, Commissioners(region).Concat(payers));
        Lay(Breakdown.ServiceLine, Lines);
        Lay(Breakdown.BedClass, pools.BedClasses.Count);
        Lay(Breakdown.AgeBand, AgeBands.Names.Count);
        Lay(Breakdown.Gender, pools.Genders.Count);
        Lay(Breakdown.EthnicGroup, EthnicGroups.Names.Count);
        Lay(Breakdown.ImdDecile, 11);
        Lay(Breakdown.PrimaryReason, pools.PrimaryReasons.Count);
        Lay(Breakdown.DelayReason, pools.DelayReasons.Count);
        Lay(Breakdown.AttributableTo, pools.AttributableTo.Count);
        Lay(Breakdown.Barrier, pools.Barriers.Count);
        Lay(Breakdown.ClosedReason, pools.ClosedReasons.Count);
        Lay(Breakdown.DeclineReason, pools.DeclineReasons.Count);
        Number(Breakdown.DecliningSite, decliningSites, region.Small.Offers.Select(o => o.Site));
        StayCount = levels.Count;
        Lay(Breakdown.OapReason, pools.Reasons.Count);
        var routes = region.Spells.Where(s => s.Placed).Select(s => (s.Sender, Receiver: s.Provider))
            .Concat(region.Oaps.Select(o => (o.Sender, o.Receiver))).Distinct().ToArray();
        Number(Breakdown.SendingProvider, senders, routes.Select(r => r.Sender));
        Number(Breakdown.ReceivingProvider, receivers, routes.Select(r => r.Receiver));
        PlacementCount = levels.Count;
        offsets[(int)Breakdown.SendingReceiving] = levels.Count;
        foreach (var (sender, receiver) in routes)
        {
            pairs[(sender, receiver)] = levels.Count;
            levels.Add(new(Breakdown.SendingReceiving, sender, receiver));
        }

        offsets[(int)Breakdown.Route] = levels.Count;
        foreach (var (sender, receiver) in routes)
        {
            routeCells[(sender, receiver)] = levels.Count;
            for (var line = 0; line < Lines; line++)
            {
                levels.Add(new(Breakdown.Route, sender, receiver, (ServiceLine)line));
            }
        }
    }

    /// <summary>Cells in all.</summary>
    public int Count => levels.Count;

    /// <summary>Where the cells of routes begin: the last ones.</summary>
    public int RouteStart => offsets[(int)Breakdown.Route];

    /// <summary>Cells that what is no placement can fall in: the first ones.</summary>
    public int StayCount { get; }

    /// <summary>Cells that placements fall in, pairs and routes left out.</summary>
    public int PlacementCount { get; }

    public bool IsAcute(int bedClass) => acute[bedClass];

    public int BedClassCell(int bedClass) => offsets[(int)Breakdown.BedClass] + bedClass;

    /// <summary>What a cell stands for.</summary>
    public Level this[int cell] => levels[cell];

    public int PeopleCells(Subject subject, Span<int> cells)
    {
        var count = Common(subject, cells);
        if (subject.Facets.HasFlag(Facets.Home))
        {
            cells[count++] = offsets[(int)Breakdown.Icb] + subject.Home;
        }

        if (subject.Facets.HasFlag(Facets.Demographics))
        {
            count = Person(subject.Demographics, cells, count);
        }

        if (subject.PeopleOnly && subject.Facets.HasFlag(Facets.Provider))
        {
            cells[count++] = providers[subject.Provider];
        }

        count = Own(subject, cells, count);
        return subject.Placed is { } placement ? Route(placement, cells, count) : count;
    }

    public int BedsCells(Subject subject, Span<int> cells)
    {
        var count = Common(subject, cells);
        if (subject.Facets.HasFlag(Facets.Provider))
        {
            cells[count++] = providers[subject.Provider];
        }

        return Own(subject, cells, count);
    }

    int Own(Subject subject, Span<int> cells, int count)
    {
        foreach (var (breakdown, level) in subject.OwnLevels)
        {
            cells[count++] = breakdown == Breakdown.DecliningSite ? decliningSites[level] : offsets[(int)breakdown] + level;
        }

        return count;
    }

    int Common(Subject subject, Span<int> cells)
    {
        var count = 0;
        cells[count++] = 0;
        if (subject.Facets.HasFlag(Facets.Commissioner))
        {
            cells[count++] = commissioners[subject.Commissioner];
        }

        if (subject.Facets.HasFlag(Facets.Line))
        {
            cells[count++] = offsets[(int)Breakdown.ServiceLine] + (int)subject.Line;
        }

        if (subject.Facets.HasFlag(Facets.PrimaryReason))
        {
            cells[count++] = offsets[(int)Breakdown.PrimaryReason] + subject.PrimaryReason;
        }

        return count;
    }

    int Person(Demographics person, Span<int> cells, int count)
    {
        cells[count++] = offsets[(int)Breakdown.AgeBand] + person.AgeBand;
        cells[count++] = offsets[(int)Breakdown.Gender] + person.Gender;
        cells[count++] = offsets[(int)Breakdown.EthnicGroup] + person.EthnicGroup;
        if (imd)
        {
            cells[count++] = offsets[(int)Breakdown.ImdDecile] + person.ImdDecile;
        }

        return count;
    }

    int Route(Placement placement, Span<int> cells, int count)
    {
        cells[count++] = offsets[(int)Breakdown.OapReason] + placement.Reason;
        cells[count++] = senders[placement.Sender];
        cells[count++] = receivers[placement.Receiver];
        cells[count++] = pairs[(placement.Sender, placement.Receiver)];
        cells[count++] = routeCells[(placement.Sender, placement.Receiver)] + (int)placement.Line;
        return count;
    }

    static IEnumerable<int> Commissioners(Region region) => region.Spells.Select(s => s.Commissioner)
        .Concat(region.Referrals.Rows.Select(r => r.Commissioner))
        .Concat(region.Small.Spend.Select(s => s.Commissioner))
        .Concat(region.Small.BaselineSpend.Select(s => s.Commissioner))
        .Append(0);

    void Lay(Breakdown breakdown, int count)
    {
        offsets[(int)breakdown] = levels.Count;
        for (var level = 0; level < count; level++)
        {
            levels.Add(new(breakdown, level));
        }
    }

    /// <summary>Lays cells only for the organisations that take part: there are far more codes than of those.</summary>
    void Number(Breakdown breakdown, int[] cells, IEnumerable<int> codes)
    {
        offsets[(int)breakdown] = levels.Count;
        foreach (var code in codes.Distinct())
        {
            cells[code] = levels.Count;
            levels.Add(new(breakdown, code));
        }
    }
}
