using System.Numerics;

namespace Homeward.Columns;

/// <summary>A fixed-length set of row numbers, one bit per row; used for null masks and row selections.</summary>
public sealed class Bits
{
    readonly ulong[] words;

    public Bits(int length)
        : this(length, new ulong[(length + 63) / 64])
    {
    }

    /// <summary>Takes over words of 64 rows each, lowest bit first, with no bit set from <paramref name="length"/> on.</summary>
    internal Bits(int length, ulong[] words)
    {
        Length = length;
        this.words = words;
    }

    /// <summary>Number of rows the set speaks about.</summary>
    public int Length { get; }

    /// <summary>Words of 64 rows each, lowest bit first.</summary>
    internal ReadOnlySpan<ulong> Words => words;

    public bool this[int row]
    {
        get => (words[row >> 6] >> (row & 63) & 1) != 0;
        set
        {
            if (value)
            {
                words[row >> 6] |= 1UL << (row & 63);
            }
            else
            {
                words[row >> 6] &= ~(1UL << (row & 63));
            }
        }
    }

    /// <summary>How many rows are in the set.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>True when no row is in the set.</summary>
    public bool None() => Array.TrueForAll(words, word => word == 0);

    /// <summary>Adds every row of <paramref name="other"/>, which has the same length.</summary>
    public void UnionWith(Bits other)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Length, Length);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] |= other.words[i];
        }
    }

    /// <summary>Row numbers that are in the set (or not in it, for <paramref name="value"/> false), ascending.</summary>
    public int[] Rows(bool value = true)
    {
        var rows = new int[value ? Count() : Length - Count()];
        var next = 0;
        for (var row = 0; row < Length; row++)
        {
            if (this[row] == value)
            {
                rows[next++] = row;
            }
        }

        return rows;
    }
}
