using System.Numerics;
using System.Runtime.InteropServices;
using Homeward.Columns;

namespace Homeward.Submissions.Checking.Keys;

/// <summary>Finds the texts of one dictionary in another.</summary>
static class PoolMap
{
    /// <summary>Per code of <paramref name="from"/> the code of the same text in <paramref name="to"/>; -1 where it has none.</summary>
    /// <remarks>Exports list children in their parents' order, so the parent after the last one found is tried before any hashing.</remarks>
    public static int[] Of(Utf8Pool from, Utf8Pool to)
    {
        var map = new int[from.Count];
        int[]? slots = null;
        var next = 0;
        for (var code = 0; code < map.Length; code++)
        {
            var text = from[code];
            var found = next < to.Count && text.SequenceEqual(to[next]) ? next : Find(text, to, slots ??= Index(to));
            map[code] = found;
            next = found >= 0 ? found + 1 : next;
        }

        return map;
    }

    static int[] Index(Utf8Pool pool)
    {
        var slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)pool.Count * 2 + 2)];
        var mask = slots.Length - 1;
        for (var code = 0; code < pool.Count; code++)
        {
            var slot = (int)Hash(pool[code]) & mask;
            while (slots[slot] != 0)
            {
                slot = slot + 1 & mask;
            }

            slots[slot] = code + 1;
        }

        return slots;
    }

    static int Find(ReadOnlySpan<byte> text, Utf8Pool pool, int[] slots)
    {
        var mask = slots.Length - 1;
        for (var slot = (int)Hash(text) & mask; slots[slot] != 0; slot = slot + 1 & mask)
        {
            if (pool[slots[slot] - 1].SequenceEqual(text))
            {
                return slots[slot] - 1;
            }
        }

        return -1;
    }

    static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)text.Length;
        while (text.Length >= 8)
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(text)) * 0xD6E8FEB86659FD93UL, 29);
            text = text[8..];
        }

        foreach (var tail in text)
        {
            hash = (hash ^ tail) * 0x100000001B3UL;
        }

        hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93UL;
        return hash ^ hash >> 29;
    }
}
