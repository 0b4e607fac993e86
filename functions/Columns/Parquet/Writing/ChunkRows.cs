using System.Numerics;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Which rows of a column chunk have a value.</summary>
sealed class ChunkRows
{
    readonly ulong[]? valid;

    ChunkRows(int count, ulong[]? valid)
    {
        Count = count;
        this.valid = valid;
        ValueCount = CountValues(0, count);
    }

    public int Count { get; }

    /// <summary>Rows that are not null.</summary>
    public int ValueCount { get; }

    public bool AnyNull => ValueCount < Count;

    public static ChunkRows From(Bits? nulls, int start, int count)
    {
        if (nulls is null)
        {
            return new(count, null);
        }

        var valid = new ulong[(count + 63) / 64];
        for (var word = 0; word < valid.Length; word++)
        {
            var (from, bit) = Math.DivRem(start + word * 64, 64);
            var absent = nulls.Words[from] >> bit;
            if (bit > 0 && from + 1 < nulls.Words.Length)
            {
                absent |= nulls.Words[from + 1] << (64 - bit);
            }

            valid[word] = ~absent;
        }

        if ((count & 63) != 0)
        {
            valid[^1] &= (1UL << (count & 63)) - 1;
        }

        return new(count, valid);
    }

    public static ChunkRows From(ReadOnlySpan<int> codes)
    {
        if (!codes.Contains(-1))
        {
            return new(codes.Length, null);
        }

        var valid = new ulong[(codes.Length + 63) / 64];
        for (var row = 0; row < codes.Length; row++)
        {
            valid[row >> 6] |= (ulong)(~codes[row] >>> 31) << (row & 63);
        }

        return new(codes.Length, valid);
    }

    public bool HasValue(int row) => valid is null || (valid[row >> 6] >> (row & 63) & 1) != 0;

    /// <summary>Rows with a value from <paramref name="from"/>, a multiple of 64, to <paramref name="to"/>.</summary>
    public int CountValues(int from, int to)
    {
        if (valid is null)
        {
            return to - from;
        }

        var count = 0;
        for (var word = from >> 6; word < to >> 6; word++)
        {
            count += BitOperations.PopCount(valid[word]);
        }

        return (to & 63) == 0 ? count : count + BitOperations.PopCount(valid[to >> 6] & (1UL << (to & 63)) - 1);
    }

    public void EncodeLevels(int from, int to, ByteBuffer output) =>
        LevelEncoder.Encode(valid is null ? default : valid.AsSpan(from >> 6), valid is not null, to - from, output);

    /// <summary>Copies the values of the rows that have one, in order.</summary>
    public void Compact<T>(ReadOnlySpan<T> rows, Span<T> values)
    {
        var next = 0;
        for (var word = 0; word < valid!.Length; word++)
        {
            for (var bits = valid[word]; bits != 0; bits &= bits - 1)
            {
                values[next++] = rows[(word << 6) + BitOperations.TrailingZeroCount(bits)];
            }
        }
    }
}
