using System.Buffers;
using System.Numerics;
using Homeward.Columns.Parquet.Reading;

namespace Homeward.Columns;

/// <summary>Finds texts in a dictionary that is complete.</summary>
/// <remarks>Open addressing under the seeded hash of <see cref="TextPool"/>: the texts on both sides may be a stranger's. Disposing gives its memory back for the next.</remarks>
public sealed class Utf8PoolIndex : IDisposable
{
    readonly Utf8Pool pool;

    /// <summary>Upper half: a text's hash; lower half: its code and one. 0 is free.</summary>
    /// <remarks>Rented, and as large as the mask says or larger.</remarks>
    ulong[] slots;
    readonly int mask;
    readonly int shift;

    public Utf8PoolIndex(Utf8Pool pool)
    {
        this.pool = pool;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)pool.Count * 2 + 2);
        slots = ArrayPool<ulong>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        (mask, shift) = (size - 1, 32 - BitOperations.Log2((uint)size));
        for (var code = 0; code < pool.Count; code++)
        {
            var hash = TextPool.Hash(pool[code]);
            var slot = First(hash);
            while (slots[slot] != 0)
            {
                slot = slot + 1 & mask;
            }

            slots[slot] = (ulong)hash << 32 | (uint)(code + 1);
        }
    }

    /// <summary>The text's code; -1 where the dictionary does not have it.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        var hash = TextPool.Hash(text);
        ulong found;
        for (var slot = First(hash); (found = slots[slot]) != 0; slot = slot + 1 & mask)
        {
            var code = (int)(uint)found - 1;
            if ((uint)(found >> 32) == hash && pool[code].SequenceEqual(text))
            {
                return code;
            }
        }

        return -1;
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(slots);
        slots = [];
    }

    int First(uint hash) => (int)(hash >> shift);
}
