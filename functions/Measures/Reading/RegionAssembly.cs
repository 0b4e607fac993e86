using Homeward.Columns;
using Homeward.Measures.Records;

namespace Homeward.Measures.Reading;

/// <summary>Brings the providers' records together: people known to several are one person; records lie in runs by person.</summary>
sealed class RegionAssembly
{
    readonly Pools pools;
    readonly ProviderReader[] providers;
    readonly ProviderKeys?[] keys;
    readonly Utf8PoolBuilder persons = new();
    readonly ProviderBases[] bases;
    readonly LeaveRow[] leave;
    Referral[] referrals;
    Spell[] spells;
    WardStay[] stays;
    OapRow[] oaps;

    public RegionAssembly(Pools pools, ProviderReader[] providers)
    {
        this.pools = pools;
        this.providers = providers;
        keys = new ProviderKeys?[pools.Organisations.Count];
        referrals = new Referral[providers.Sum(p => p.Referrals.Rows.Count)];
        spells = new Spell[providers.Sum(p => p.Spells.Rows.Count)];
        stays = new WardStay[providers.Sum(p => p.WardStays.Rows.Count)];
        leave = new LeaveRow[providers.Sum(p => p.WardStays.Leave.Count)];
        oaps = new OapRow[providers.Sum(p => p.Oaps.Rows.Count)];
        bases = new ProviderBases[providers.Length];
        var at = new ProviderBases([], 0, 0, 0, 0, 0);
        for (var i = 0; i < providers.Length; i++)
        {
            bases[i] = at with { Person = Persons(providers[i].People.Persons.Build()) };
            at = After(providers[i], at);
        }

        Parallel.For(0, providers.Length, i => Append(providers[i], bases[i]));
    }

    public Region Assemble(Month first)
    {
        var people = persons.Build();
        Grouped<Referral>? referred = null;
        Grouped<OapRow>? sent = null;
        Parallel.Invoke(
            () => referred = Group(ref referrals, (in Referral r) => r.Person, people.Count, (in Referral a, in Referral b) =>
                Compare(a.Received, b.Received, keys[a.Provider]!.Referrals[a.Key], keys[b.Provider]!.Referrals[b.Key])),
            () => sent = Group(ref oaps, (in OapRow o) => o.Person, people.Count, (in OapRow a, in OapRow b) =>
                Compare(a.Start, b.Start, keys[a.Provider]!.Oaps[a.Key], keys[b.Provider]!.Oaps[b.Key])));
        foreach (ref var spell in spells.AsSpan())
        {
            spell.Referral = spell.Referral < 0 ? -1 : referred!.Position[spell.Referral];
        }

        var treated = Group(ref spells, (in Spell s) => s.Person, people.Count, (in Spell a, in Spell b) =>
            Compare(a.Start, b.Start, keys[a.Provider]!.Spells[a.Key], keys[b.Provider]!.Spells[b.Key]));
        var stayed = Stays(treated);
        var small = new SmallAssembly(pools, providers, bases, people.Count, treated, stayed, sent!);
        return new()
        {
            First = first,
            Pools = pools,
            Spells = treated.Runs.Rows,
            SpellsOf = treated.Runs.Starts,
            Stays = stayed.Runs.Rows,
            Leave = leave,
            Oaps = sent!.Runs.Rows,
            OapsOf = sent.Runs.Starts,
            Referrals = referred!.Runs,
            Small = small.Assemble(),
            KeysOf = keys,
            Persons = people,
        };
    }

    /// <summary>Where the next provider's records begin.</summary>
    static ProviderBases After(ProviderReader provider, ProviderBases at) => at with
    {
        Referrals = at.Referrals + provider.Referrals.Rows.Count,
        Spells = at.Spells + provider.Spells.Rows.Count,
        Stays = at.Stays + provider.WardStays.Rows.Count,
        Leave = at.Leave + provider.WardStays.Leave.Count,
        Oaps = at.Oaps + provider.Oaps.Rows.Count,
    };

    /// <summary>Moves a provider's records to those of all: there are millions, and they are not kept twice.</summary>
    void Append(ProviderReader provider, ProviderBases at)
    {
        keys[provider.Provider] = new(
            provider.Referrals.Keys.Build(),
            provider.Spells.Keys.Build(),
            provider.WardStays.Keys.Build(),
            provider.Oaps.Keys.Build(),
            provider.People.Locals.Build(),
            provider.WardStays.Wards.Build())
        {
            Homes = provider.People.Homes,
            WardNames = provider.Beds.Names,
            PersonOf = [.. provider.People.PersonOf.Select(p => at.Person[p])],
        };
        foreach (ref var referral in Move(provider.Referrals.Rows, referrals, at.Referrals))
        {
            referral.Person = at.Person[referral.Person];
        }

        foreach (ref var spell in Move(provider.Spells.Rows, spells, at.Spells))
        {
            spell.Person = at.Person[spell.Person];
            spell.Referral = Moved(spell.Referral, at.Referrals);
        }

        foreach (ref var stay in Move(provider.WardStays.Rows, stays, at.Stays))
        {
            stay.Spell = Moved(stay.Spell, at.Spells);
            stay.Leave = Moved(stay.Leave, at.Leave);
        }

        foreach (ref var row in Move(provider.WardStays.Leave, leave, at.Leave))
        {
            row = row with { Next = Moved(row.Next, at.Leave) };
        }

        foreach (ref var oap in Move(provider.Oaps.Rows, oaps, at.Oaps))
        {
            oap.Person = at.Person[oap.Person];
        }
    }

    static Span<T> Move<T>(List<T> rows, T[] to, int at)
    {
        var moved = to.AsSpan(at, rows.Count);
        rows.CopyTo(to, at);
        rows.Clear();
        rows.Capacity = 0;
        return moved;
    }

    static int Moved(int index, int by) => index < 0 ? -1 : index + by;

    int[] Persons(Utf8Pool ids)
    {
        var numbers = new int[ids.Count];
        for (var person = 0; person < numbers.Length; person++)
        {
            numbers[person] = persons.Add(ids[person]);
        }

        return numbers;
    }

    /// <summary>Ward stays in runs by spell; each spell learns where its run lies.</summary>
    Grouped<WardStay> Stays(Grouped<Spell> treated)
    {
        foreach (ref var stay in stays.AsSpan())
        {
            stay.Spell = stay.Spell < 0 ? -1 : treated.Position[stay.Spell];
        }

        var rows = treated.Runs.Rows;
        var grouped = Group(ref stays, (in WardStay s) => s.Spell, rows.Length, (in WardStay a, in WardStay b) =>
            Compare(a.Start, b.Start, keys[rows[a.Spell].Provider]!.WardStays[a.Key], keys[rows[b.Spell].Provider]!.WardStays[b.Key]));
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i].FirstStay = grouped.Runs.Starts[i];
            rows[i].StayCount = grouped.Runs.Starts[i + 1] - grouped.Runs.Starts[i];
        }

        return grouped;
    }

    static Grouped<T> Group<T>(ref T[] records, Owner<T> owner, int owners, Order<T> within)
    {
        var grouped = Grouping.Group(records, owner, owners, within);
        records = [];
        return grouped;
    }

    static int Compare(int startA, int startB, ReadOnlySpan<byte> keyA, ReadOnlySpan<byte> keyB) =>
        startA != startB ? startA.CompareTo(startB) : keyA.SequenceCompareTo(keyB);
}
