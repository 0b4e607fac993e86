using System.Runtime.InteropServices;
using Homeward.Columns;
using Homeward.Measures.Records;

namespace Homeward.Measures.Reading;

/// <summary>Brings the providers' records together: people known to several are one person; records lie in runs by person.</summary>
sealed class RegionAssembly
{
    readonly Pools pools;
    readonly ProviderKeys?[] keys;
    readonly Utf8PoolBuilder persons = new();
    readonly List<Referral> referrals = [];
    readonly List<Spell> spells = [];
    readonly List<WardStay> stays = [];
    readonly List<LeaveRow> leave = [];
    readonly List<OapRow> oaps = [];

    public RegionAssembly(Pools pools, IEnumerable<ProviderReader> providers)
    {
        this.pools = pools;
        keys = new ProviderKeys?[pools.Organisations.Count];
        foreach (var provider in providers)
        {
            Append(provider);
        }
    }

    public Region Assemble(Month first)
    {
        var referred = Group(referrals, r => r.Person, persons.Count, (in Referral a, in Referral b) =>
            Compare(a.Received, b.Received, keys[a.Provider]!.Referrals[a.Key], keys[b.Provider]!.Referrals[b.Key]));
        foreach (ref var spell in CollectionsMarshal.AsSpan(spells))
        {
            spell.Referral = spell.Referral < 0 ? -1 : referred.Position[spell.Referral];
        }

        var treated = Group(spells, s => s.Person, persons.Count, (in Spell a, in Spell b) =>
            Compare(a.Start, b.Start, keys[a.Provider]!.Spells[a.Key], keys[b.Provider]!.Spells[b.Key]));
        var stayed = Stays(treated);
        var sent = Group(oaps, o => o.Person, persons.Count, (in OapRow a, in OapRow b) =>
            Compare(a.Start, b.Start, keys[a.Provider]!.Oaps[a.Key], keys[b.Provider]!.Oaps[b.Key]));
        return new(
            first, pools, treated.Runs.Rows, treated.Runs.Starts, stayed, [.. leave], sent.Runs.Rows, sent.Runs.Starts, referred.Runs, keys,
            persons.Build());
    }

    void Append(ProviderReader provider)
    {
        keys[provider.Provider] = new(
            provider.Referrals.Keys.Build(),
            provider.Spells.Keys.Build(),
            provider.WardStays.Keys.Build(),
            provider.Oaps.Keys.Build(),
            provider.People.Locals.Build(),
            provider.WardStays.Wards.Build());
        var person = Persons(provider.People.Persons.Build());
        var (referralBase, spellBase, leaveBase) = (referrals.Count, spells.Count, leave.Count);
        referrals.AddRange(provider.Referrals.Rows);
        foreach (ref var referral in CollectionsMarshal.AsSpan(referrals)[referralBase..])
        {
            referral.Person = person[referral.Person];
        }

        spells.AddRange(provider.Spells.Rows);
        foreach (ref var spell in CollectionsMarshal.AsSpan(spells)[spellBase..])
        {
            spell.Person = person[spell.Person];
            spell.Referral = spell.Referral < 0 ? -1 : spell.Referral + referralBase;
        }

        var stayBase = stays.Count;
        stays.AddRange(provider.WardStays.Rows);
        foreach (ref var stay in CollectionsMarshal.AsSpan(stays)[stayBase..])
        {
            stay.Spell = stay.Spell < 0 ? -1 : stay.Spell + spellBase;
            stay.Leave = stay.Leave < 0 ? -1 : stay.Leave + leaveBase;
        }

        foreach (var row in provider.WardStays.Leave)
        {
            leave.Add(row with { Next = row.Next < 0 ? -1 : row.Next + leaveBase });
        }

        var oapBase = oaps.Count;
        oaps.AddRange(provider.Oaps.Rows);
        foreach (ref var oap in CollectionsMarshal.AsSpan(oaps)[oapBase..])
        {
            oap.Person = person[oap.Person];
        }
    }

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
    WardStay[] Stays(Grouped<Spell> treated)
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

        return grouped.Runs.Rows;
    }

    static int Compare(int startA, int startB, ReadOnlySpan<byte> keyA, ReadOnlySpan<byte> keyB) =>
        startA != startB ? startA.CompareTo(startB) : keyA.SequenceCompareTo(keyB);

    delegate int Order<T>(in T a, in T b);

    /// <param name="Position">Where each record went.</param>
    sealed record Grouped<T>(Runs<T> Runs, int[] Position);

    static Grouped<T> Group<T>(List<T> records, Func<T, int> owner, int owners, Order<T> within)
    {
        var rows = records.ToArray();
        var (order, starts) = Grouping.By(Array.ConvertAll(rows, row => owner(row)), owners, (a, b) => within(rows[a], rows[b]));
        var position = new int[rows.Length];
        var sorted = new T[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            position[order[i]] = i;
            sorted[i] = rows[order[i]];
        }

        records.Clear();
        return new(new(sorted, starts), position);
    }
}
