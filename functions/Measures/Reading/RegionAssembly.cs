using System.Runtime.InteropServices;
using Homeward.Columns;
using Homeward.Measures.Records;

namespace Homeward.Measures.Reading;

/// <summary>Brings the providers' records together: people known to several are one person; records lie in runs by person.</summary>
sealed class RegionAssembly(Pools pools, ProviderReader[] providers)
{
    readonly ProviderKeys?[] keys = new ProviderKeys?[pools.Organisations.Count];
    readonly Utf8PoolBuilder persons = new();

    public Region Assemble(Month first)
    {
        var spells = new List<Spell>();
        var stays = new List<WardStay>();
        var leave = new List<LeaveRow>();
        var oaps = new List<OapRow>();
        foreach (var provider in providers)
        {
            keys[provider.Provider] = new(
                provider.Spells.Keys.Build(),
                provider.WardStays.Keys.Build(),
                provider.Oaps.Keys.Build(),
                provider.People.Locals.Build(),
                provider.WardStays.Wards.Build());
            var ids = provider.People.Persons.Build();
            var global = new int[ids.Count];
            for (var person = 0; person < global.Length; person++)
            {
                global[person] = persons.Add(ids[person]);
            }

            Append(provider, global, spells, stays, leave, oaps);
        }

        var unordered = spells.ToArray();
        var (spellOrder, spellsOf) = Grouping.By(Owners(unordered, s => s.Person), persons.Count, (a, b) => Compare(unordered[a], unordered[b]));
        var ordered = Take(unordered, spellOrder);
        var orderedStays = OrderStays(stays, unordered, spellOrder, ordered);
        var rows = oaps.ToArray();
        var (oapOrder, oapsOf) = Grouping.By(Owners(rows, o => o.Person), persons.Count, (a, b) => Compare(rows[a], rows[b]));
        return new(first, pools, ordered, spellsOf, orderedStays, [.. leave], Take(rows, oapOrder), oapsOf, keys, persons.Build());
    }

    static void Append(
        ProviderReader provider, int[] global, List<Spell> spells, List<WardStay> stays, List<LeaveRow> leave, List<OapRow> oaps)
    {
        var (spellBase, leaveBase) = (spells.Count, leave.Count);
        foreach (ref var spell in CollectionsMarshal.AsSpan(provider.Spells.Rows))
        {
            spell.Person = global[spell.Person];
        }

        spells.AddRange(provider.Spells.Rows);
        foreach (ref var stay in CollectionsMarshal.AsSpan(provider.WardStays.Rows))
        {
            stay.Spell = stay.Spell < 0 ? -1 : stay.Spell + spellBase;
            stay.Leave = stay.Leave < 0 ? -1 : stay.Leave + leaveBase;
        }

        stays.AddRange(provider.WardStays.Rows);
        foreach (var row in provider.WardStays.Leave)
        {
            leave.Add(row with { Next = row.Next < 0 ? -1 : row.Next + leaveBase });
        }

        foreach (ref var oap in CollectionsMarshal.AsSpan(provider.Oaps.Rows))
        {
            oap.Person = global[oap.Person];
        }

        oaps.AddRange(provider.Oaps.Rows);
    }

    /// <summary>Ward stays in runs by spell; each spell learns where its run lies.</summary>
    WardStay[] OrderStays(List<WardStay> stays, Spell[] unordered, int[] spellOrder, Spell[] ordered)
    {
        var rows = stays.ToArray();
        var position = new int[unordered.Length];
        for (var i = 0; i < spellOrder.Length; i++)
        {
            position[spellOrder[i]] = i;
        }

        foreach (ref var stay in rows.AsSpan())
        {
            stay.Spell = stay.Spell < 0 ? -1 : position[stay.Spell];
        }

        var (order, starts) = Grouping.By(Owners(rows, s => s.Spell), ordered.Length, (a, b) => Compare(rows[a], rows[b], ordered));
        for (var i = 0; i < ordered.Length; i++)
        {
            ordered[i].FirstStay = starts[i];
            ordered[i].StayCount = starts[i + 1] - starts[i];
        }

        return Take(rows, order);
    }

    int Compare(in Spell a, in Spell b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : keys[a.Provider]!.Spells[a.Key].SequenceCompareTo(keys[b.Provider]!.Spells[b.Key]);

    int Compare(in OapRow a, in OapRow b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : keys[a.Provider]!.Oaps[a.Key].SequenceCompareTo(keys[b.Provider]!.Oaps[b.Key]);

    int Compare(in WardStay a, in WardStay b, Spell[] spells)
    {
        if (a.Start != b.Start)
        {
            return a.Start.CompareTo(b.Start);
        }

        var pool = keys[spells[a.Spell].Provider]!.WardStays;
        return pool[a.Key].SequenceCompareTo(pool[b.Key]);
    }

    static int[] Owners<T>(T[] rows, Func<T, int> owner) => Array.ConvertAll(rows, row => owner(row));

    static T[] Take<T>(T[] rows, int[] order) => Array.ConvertAll(order, i => rows[i]);
}
