using Homeward.Columns;
using Homeward.Measures.Records;

namespace Homeward.Measures.Reading;

/// <summary>Everything that one provider sent, one record per key.</summary>
sealed class ProviderReader
{
    readonly Pools pools;
    readonly Month first;

    public ProviderReader(Pools pools, int provider, Month first)
    {
        (this.pools, this.first) = (pools, first);
        Provider = provider;
        People = new(pools);
        Referrals = new(pools, People);
        Spells = new(pools, People, Referrals);
        WardStays = new(pools, Spells);
        Oaps = new(pools, People);
        Beds = new(pools, WardStays);
        Spend = new(pools, Links);
        BaselineSpend = new(pools, Links);
        var small = new SmallReaders(pools, People, Spells, WardStays);
        Ready = small.Ready();
        Caseloads = small.Caseloads();
        Reviews = small.Reviews(Links);
        Requests = small.Requests();
        Offers = small.Offers(Requests);
        Incidents = small.Incidents();
    }

    public int Provider { get; }

    public Links Links { get; } = new();

    public PeopleReader People { get; }

    public ReferralReader Referrals { get; }

    public SpellReader Spells { get; }

    public WardStayReader WardStays { get; }

    public OapReader Oaps { get; }

    public BedReader Beds { get; }

    public SpendReader Spend { get; }

    /// <summary>Spend of the months before any window that a baseline needs.</summary>
    public SpendReader BaselineSpend { get; }

    public KeyedReader<Ready> Ready { get; }

    public KeyedReader<Caseload> Caseloads { get; }

    public KeyedReader<Review> Reviews { get; }

    public KeyedReader<Request> Requests { get; }

    public KeyedReader<Offer> Offers { get; }

    public KeyedReader<Incident> Incidents { get; }

    /// <summary>What only the months after the period tell of.</summary>
    public List<Later> Later { get; } = [];

    /// <param name="months">In any order; the newest record of a key wins.</param>
    /// <param name="period">The period; later months tell of later spells and reviews only.</param>
    public ProviderReader Read(IEnumerable<ProviderMonth> months, Month period, CancellationToken cancel)
    {
        var newestFirst = months.OrderByDescending(m => m.Period).ToArray();
        foreach (var month in newestFirst.Where(m => first <= m.Period && m.Period <= period))
        {
            cancel.ThrowIfCancellationRequested();
            ReadMonth(File(month));
        }

        foreach (var month in newestFirst.Where(m => m.Period == period))
        {
            People.ReadHomes(File(month));
            Beds.ReadNames(File(month));
        }

        Spells.Join();
        ReadAhead([.. newestFirst.Where(m => m.Period > period)]);
        foreach (var month in newestFirst.Where(m => m.Period <= period))
        {
            (month.Period < first ? BaselineSpend : Spend).Read(Provider, month.Period, month.Read);
        }

        return this;
    }

    MonthFile File(ProviderMonth month) => new(Provider, month.Period, (short)(month.Period - first), month.Read);

    void ReadMonth(MonthFile file)
    {
        People.Read(file);
        Referrals.Read(file);
        Spells.Read(file);
        WardStays.Read(file);
        Oaps.Read(file);
        Beds.Read(file);
        Ready.Read(file);
        Caseloads.Read(file);
        Reviews.Read(file);
        Requests.Read(file);
        Offers.Read(file);
        Incidents.Read(file);
    }

    /// <summary>The months after the period, read as the others are, and of them only what the others do not know.</summary>
    void ReadAhead(ProviderMonth[] months)
    {
        if (months.Length == 0)
        {
            return;
        }

        var spells = new SpellReader(pools, People, Referrals);
        var stays = new WardStayReader(pools, spells);
        var oaps = new OapReader(pools, People);
        foreach (var month in months)
        {
            var file = File(month);
            People.Read(file);
            spells.Read(file);
            stays.Read(file);
            oaps.Read(file);
        }

        foreach (var month in months.Reverse())
        {
            var file = File(month);
            People.Read(file);
            Reviews.Read(file, newer: true);
        }

        AddLater(spells, stays, oaps);
    }

    void AddLater(SpellReader spells, WardStayReader stays, OapReader oaps)
    {
        var (spellKeys, stayKeys, oapKeys) = (spells.Keys.Build(), stays.Keys.Build(), oaps.Keys.Build());
        foreach (var spell in spells.Rows.Where(s => Spells.Keys.Find(spellKeys[s.Key]) < 0))
        {
            Later.Add(new() { Person = spell.Person, Start = spell.Start, Month = spell.Month, IsSpell = true });
        }

        foreach (var stay in stays.Rows.Where(s => s.Spell >= 0 && WardStays.Keys.Find(stayKeys[s.Key]) < 0))
        {
            Later.Add(new()
            {
                Person = spells.Rows[stay.Spell].Person,
                Start = stay.Start,
                Month = stay.Month,
                Home = stay.Home,
                Line = stay.Line,
                Site = stay.Site,
            });
        }

        foreach (var oap in oaps.Rows.Where(o => Oaps.Keys.Find(oapKeys[o.Key]) < 0))
        {
            var later = new Later { Person = oap.Person, Start = oap.Start, Month = oap.Month, Home = oap.Home, Line = oap.Line, Site = oap.Site, IsSent = true };
            Later.Add(later);
            Later.Add(later with { IsSpell = true });
        }
    }
}
