using Homeward.Measures.Records;

namespace Homeward.Measures.Reading;

delegate int Order<T>(in T a, in T b);

delegate int Owner<T>(in T record);

/// <summary>Records in runs, and where each one went.</summary>
/// <param name="Position">By place in the list that was grouped; -1 for a record without an owner.</param>
sealed record Grouped<T>(Runs<T> Runs, int[] Position);

/// <summary>Where a provider's records begin among those of all, and what its person numbers became.</summary>
sealed record ProviderBases(int[] Person, int Referrals, int Spells, int Stays, int Leave, int Oaps);

/// <summary>Puts records in runs, one run per owner, and every run in order.</summary>
static class Grouping
{
    const int FewRecords = 20_000;

    /// <param name="owner">The owner of a record, 0 to <paramref name="owners"/> - 1; a negative one leaves the record out.</param>
    /// <param name="within">The order within a run; null for none.</param>
    public static Grouped<T> Group<T>(T[] rows, Owner<T> owner, int owners, Order<T>? within = null)
    {
        var owned = new int[rows.Length];
        for (var record = 0; record < owned.Length; record++)
        {
            owned[record] = owner(rows[record]);
        }

        var starts = Starts(owned, owners);
        var order = new int[starts[owners]];
        var next = starts.AsSpan(0, owners).ToArray();
        for (var record = 0; record < owned.Length; record++)
        {
            if (owned[record] >= 0)
            {
                order[next[owned[record]]++] = record;
            }
        }

        var position = new int[rows.Length];
        Array.Fill(position, -1);
        var sorted = new T[order.Length];
        InParts(owners, rows.Length, (from, to) =>
        {
            Comparison<int> compare = (a, b) => within!(rows[a], rows[b]);
            for (var o = from; o < to && within is not null; o++)
            {
                if (starts[o + 1] - starts[o] > 1)
                {
                    order.AsSpan(starts[o], starts[o + 1] - starts[o]).Sort(compare);
                }
            }

            for (var i = starts[from]; i < starts[to]; i++)
            {
                position[order[i]] = i;
                sorted[i] = rows[order[i]];
            }
        });
        return new(new(sorted, starts), position);
    }

    /// <summary>Stretches of owners, side by side where there are many records.</summary>
    static void InParts(int owners, int records, Action<int, int> work)
    {
        var parts = records < FewRecords ? 1 : Environment.ProcessorCount;
        Parallel.For(0, parts, part => work((int)((long)owners * part / parts), (int)((long)owners * (part + 1) / parts)));
    }

    static int[] Starts(int[] owned, int owners)
    {
        var starts = new int[owners + 1];
        foreach (var o in owned)
        {
            if (o >= 0)
            {
                starts[o + 1]++;
            }
        }

        for (var o = 0; o < owners; o++)
        {
            starts[o + 1] += starts[o];
        }

        return starts;
    }
}
