using System.Buffers.Binary;
using System.Numerics;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Which rows of a page have a value: a bit per row.</summary>
sealed class PageLevels
{
    ulong[] valid = [];

    /// <summary>Rows with a value.</summary>
    public int ValueCount { get; private set; }

    public bool AnyNull { get; private set; }

    public ReadOnlySpan<ulong> Valid => valid;

    public void AllValid(int rows) => (ValueCount, AnyNull) = (rows, false);

    /// <param name="data">Levels of one bit in the RLE hybrid.</param>
    public void Decode(ReadOnlySpan<byte> data, int rows, string where)
    {
        var words = (rows + 63) / 64;
        if (valid.Length < words)
        {
            valid = new ulong[words];
        }

        valid.AsSpan(0, words).Clear();
        for (var row = 0; row < rows;)
        {
            var header = RleDecoder.Varint(ref data, where);
            var count = (int)Math.Min((header & 1) == 0 ? header >> 1 : (header >> 1) * 8L, rows - row);
            var size = (header & 1) == 0 ? 1 : (count + 7) / 8;
            ParquetException.Require(count > 0 && data.Length >= size, where, "definition levels that end too early");
            if ((header & 1) != 0)
            {
                Literal(data[..size], row, count);
                data = data[(int)Math.Min(header >> 1, (uint)data.Length)..];
            }
            else
            {
                ParquetException.Require(data[0] <= 1, where, $"a definition level of {data[0]}, expected 0 or 1");
                Run(data[0] == 1, row, count);
                data = data[1..];
            }

            row += count;
        }

        ValueCount = 0;
        foreach (var word in valid.AsSpan(0, words))
        {
            ValueCount += BitOperations.PopCount(word);
        }

        AnyNull = ValueCount < rows;
    }

    void Run(bool value, int row, int count)
    {
        if (!value)
        {
            return;
        }

        for (var end = row + count; row < end;)
        {
            var here = Math.Min(64 - (row & 63), end - row);
            valid[row >> 6] |= ulong.MaxValue >> (64 - here) << (row & 63);
            row += here;
        }
    }

    void Literal(ReadOnlySpan<byte> bits, int row, int count)
    {
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        while (count > 0)
        {
            var here = Math.Min(64, count);
            padded.Clear();
            bits[..((here + 7) / 8)].CopyTo(padded);
            var word = BinaryPrimitives.ReadUInt64LittleEndian(padded) & ulong.MaxValue >> (64 - here);
            valid[row >> 6] |= word << (row & 63);
            if ((row & 63) + here > 64)
            {
                valid[(row >> 6) + 1] |= word >> (64 - (row & 63));
            }

            bits = bits[((here + 7) / 8)..];
            row += here;
            count -= here;
        }
    }
}
