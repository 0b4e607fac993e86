using System.Numerics;

namespace Homeward.Columns;

/// <summary>Finds texts in a dictionary that is complete.</summary>
/// <remarks>Open addressing under <see cref="KeyedHash"/>: the texts on both sides may be a stranger's.</remarks>
public sealed class Utf8PoolIndex
{
    readonly Utf8Pool pool;

    /// <summary>Upper half: a text's hash; lower half: its code and one. 0 is free.</summary>
    readonly ulong[] slots;
    readonly int shift;

    public Utf8PoolIndex(Utf8Pool pool)
    {
        this.pool = pool;
        slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)pool.Count * 2 + 2)];
        shift = 32 - BitOperations.Log2((uint)slots.Length);
        for (var code = 0; code < pool.Count; code++)
        {
            var hash = KeyedHash.Of(pool[code]);
            var slot = First(hash);
            while (slots[slot] != 0)
            {
                slot = slot + 1 & slots.Length - 1;
            }

            slots[slot] = (ulong)hash << 32 | (uint)(code + 1);
        }
    }

    /// <summary>The text's code; -1 where the dictionary does not have it.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        var hash = KeyedHash.Of(text);
        ulong found;
        for (var slot = First(hash); (found = slots[slot]) != 0; slot = slot + 1 & slots.Length - 1)
        {
            var code = (int)(uint)found - 1;
            if ((uint)(found >> 32) == hash && pool[code].SequenceEqual(text))
            {
                return code;
            }
        }

        return -1;
    }

    int First(uint hash) => (int)(hash >> shift);
}
