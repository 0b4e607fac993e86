using System.Buffers;
using System.Runtime.CompilerServices;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>The distinct values of a chunk in order of first appearance, and each value's number among them.</summary>
sealed class FixedDictionary<T> : IDisposable
    where T : unmanaged
{
    /// <summary>Odd, and unknown outside: numbers made to meet in one slot must not stop the writer.</summary>
    static readonly ulong Multiplier = ProcessSeed.First | 1;

    readonly int[] indexes;
    readonly T[] distinct;
    readonly int count;

    FixedDictionary(int[] indexes, T[] distinct, int count)
    {
        this.indexes = indexes;
        this.distinct = distinct;
        this.count = count;
    }

    public ReadOnlySpan<T> Distinct => distinct.AsSpan(0, count);

    public ReadOnlySpan<int> Indexes(int from, int to) => indexes.AsSpan(from, to - from);

    /// <summary>Null where plain values take no more room.</summary>
    public static FixedDictionary<T>? TryBuild(ReadOnlySpan<T> values)
    {
        if (values.Length < 2)
        {
            return null;
        }

        var most = MostDistinct(values.Length);
        var bits = 33 - int.LeadingZeroCount(most);
        var slots = 1 << bits;
        var table = ArrayPool<int>.Shared.Rent(slots);
        table.AsSpan(0, slots).Clear();
        var indexes = ArrayPool<int>.Shared.Rent(values.Length);
        var distinct = ArrayPool<T>.Shared.Rent(most);
        var count = Fill(values, table.AsSpan(0, slots), 64 - bits, indexes, distinct.AsSpan(0, most));
        ArrayPool<int>.Shared.Return(table);
        if (count >= 0)
        {
            return new(indexes, distinct, count);
        }

        ArrayPool<int>.Shared.Return(indexes);
        ArrayPool<T>.Shared.Return(distinct);
        return null;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(indexes);
        ArrayPool<T>.Shared.Return(distinct);
    }

    /// <summary>The most distinct values for which dictionary and numbers take less room than plain values.</summary>
    static int MostDistinct(int values)
    {
        long plain = (long)values * Unsafe.SizeOf<T>();
        var width = 1;
        while (width < 30 && (1L << width) * Unsafe.SizeOf<T>() + (long)values * (width + 1) / 8 < plain)
        {
            width++;
        }

        return (int)Math.Clamp((plain - (long)values * width / 8) / Unsafe.SizeOf<T>(), 1, 1 << width);
    }

    static int Fill(ReadOnlySpan<T> values, Span<int> table, int shift, int[] indexes, Span<T> distinct)
    {
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var key = Key(values[i]);
            // The product's top bits depend on all bits of the key: whole numbers differ, as doubles, in their top bits only.
            var slot = (int)((key * Multiplier) >> shift);
            int entry;
            while ((entry = table[slot]) != 0 && Key(distinct[entry - 1]) != key)
            {
                slot = slot + 1 & table.Length - 1;
            }

            if (entry == 0)
            {
                if (count == distinct.Length)
                {
                    return -1;
                }

                distinct[count] = values[i];
                table[slot] = entry = ++count;
            }

            indexes[i] = entry - 1;
        }

        return count;
    }

    // Bits, not equality: −0.0 and +0.0 are two values, and every NaN is found again.
    static ulong Key(T value) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Unsafe.BitCast<T, uint>(value)
        : Unsafe.BitCast<T, ulong>(value);
}
