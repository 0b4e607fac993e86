using System.Runtime.InteropServices;
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
    readonly List<Referral> referrals = [];
    readonly List<Spell> spells = [];
    readonly List<WardStay> stays = [];
    readonly List<LeaveRow> leave = [];
    readonly List<OapRow> oaps = [];
    readonly ProviderBases[] bases;

    public RegionAssembly(Pools pools, ProviderReader[] providers)
    {
        this.pools = pools;
        this.providers = providers;
        keys = new ProviderKeys?[pools.Organisations.Count];
        bases = Array.ConvertAll(providers, Append);
    }

    public Region Assemble(Month first)
    {
        var people = persons.Build();
        var referred = Group(referrals, r => r.Person, people.Count, (in Referral a, in Referral b) =>
            Compare(a.Received, b.Received, keys[a.Provider]!.Referrals[a.Key], keys[b.Provider]!.Referrals[b.Key]));
        foreach (ref var spell in CollectionsMarshal.AsSpan(spells))
        {
            spell.Referral = spell.Referral < 0 ? -1 : referred.Position[spell.Referral];
        }

        var treated = Group(spells, s => s.Person, people.Count, (in Spell a, in Spell b) =>
            Compare(a.Start, b.Start, keys[a.Provider]!.Spells[a.Key], keys[b.Provider]!.Spells[b.Key]));
        var stayed = Stays(treated);
        var sent = Group(oaps, o => o.Person, people.Count, (in OapRow a, in OapRow b) =>
            Compare(a.Start, b.Start, keys[a.Provider]!.Oaps[a.Key], keys[b.Provider]!.Oaps[b.Key]));
        var small = new SmallAssembly(pools, providers, bases, people.Count, treated, stayed, sent);
        return new()
        {
            First = first,
            Pools = pools,
            Spells = treated.Runs.Rows,
            SpellsOf = treated.Runs.Starts,
            Stays = stayed.Runs.Rows,
            Leave = [.. leave],
            Oaps = sent.Runs.Rows,
            OapsOf = sent.Runs.Starts,
            Referrals = referred.Runs,
            Small = small.Assemble(),
            KeysOf = keys,
            Persons = people,
        };
    }

    ProviderBases Append(ProviderReader provider)
    {
        var person = Persons(provider.People.Persons.Build());
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
            PersonOf = [.. provider.People.PersonOf.Select(p => person[p])],
        };
        var at = new ProviderBases(person, referrals.Count, spells.Count, stays.Count, leave.Count, oaps.Count);
        referrals.AddRange(provider.Referrals.Rows);
        foreach (ref var referral in CollectionsMarshal.AsSpan(referrals)[at.Referrals..])
        {
            referral.Person = person[referral.Person];
        }

        spells.AddRange(provider.Spells.Rows);
        foreach (ref var spell in CollectionsMarshal.AsSpan(spells)[at.Spells..])
        {
            spell.Person = person[spell.Person];
            spell.Referral = Moved(spell.Referral, at.Referrals);
        }

        stays.AddRange(provider.WardStays.Rows);
        foreach (ref var stay in CollectionsMarshal.AsSpan(stays)[at.Stays..])
        {
            stay.Spell = Moved(stay.Spell, at.Spells);
            stay.Leave = Moved(stay.Leave, at.Leave);
        }

        leave.AddRange(provider.WardStays.Leave.Select(row => row with { Next = Moved(row.Next, at.Leave) }));
        oaps.AddRange(provider.Oaps.Rows);
        foreach (ref var oap in CollectionsMarshal.AsSpan(oaps)[at.Oaps..])
        {
            oap.Person = person[oap.Person];
        }

        return at;
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
        foreach (ref var stay in CollectionsMarshal.AsSpan(stays))
        {
            stay.Spell = stay.Spell < 0 ? -1 : treated.Position[stay.Spell];
        }

        var rows = treated.Runs.Rows;
        var grouped = Group(stays, s => s.Spell, rows.Length, (in WardStay a, in WardStay b) =>
            Compare(a.Start, b.Start, keys[rows[a.Spell].Provider]!.WardStays[a.Key], keys[rows[b.Spell].Provider]!.WardStays[b.Key]));
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i].FirstStay = grouped.Runs.Starts[i];
            rows[i].StayCount = grouped.Runs.Starts[i + 1] - grouped.Runs.Starts[i];
        }

        return grouped;
    }

    static Grouped<T> Group<T>(List<T> records, Func<T, int> owner, int owners, Order<T> within)
    {
        var grouped = Grouping.Group(records, owner, owners, within);
        records.Clear();
        return grouped;
    }

    static int Compare(int startA, int startB, ReadOnlySpan<byte> keyA, ReadOnlySpan<byte> keyB) =>
        startA != startB ? startA.CompareTo(startB) : keyA.SequenceCompareTo(keyB);
}
