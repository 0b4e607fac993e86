using System.Buffers.Binary;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Unpacks little-endian numbers of a fixed count of bits.</summary>
static class BitUnpacker
{
    /// <param name="data">Holds at least as many bits as the values need; may go on.</param>
    /// <param name="width">0 to 32.</param>
    public static void Unpack(ReadOnlySpan<byte> data, int width, Span<int> values)
    {
        var mask = (1UL << width) - 1;
        var bit = 0L;
        var next = 0;

        // Eight bytes hold a number at any bit offset: 7 + 32 < 64.
        var whole = (data.Length - sizeof(ulong)) * 8L;
        for (; next < values.Length && bit <= whole; next++, bit += width)
        {
            values[next] = (int)(BinaryPrimitives.ReadUInt64LittleEndian(data[(int)(bit >> 3)..]) >> (int)(bit & 7) & mask);
        }

        Span<byte> tail = stackalloc byte[sizeof(ulong)];
        for (; next < values.Length; next++, bit += width)
        {
            tail.Clear();
            var rest = data[(int)(bit >> 3)..];
            rest[..Math.Min(rest.Length, tail.Length)].CopyTo(tail);
            values[next] = (int)(BinaryPrimitives.ReadUInt64LittleEndian(tail) >> (int)(bit & 7) & mask);
        }
    }

    /// <summary>The same for numbers of up to 64 bits.</summary>
    public static void Unpack(ReadOnlySpan<byte> data, int width, Span<ulong> values)
    {
        var bit = 0L;
        Span<byte> window = stackalloc byte[16];
        for (var i = 0; i < values.Length; i++, bit += width)
        {
            window.Clear();
            var rest = data[(int)(bit >> 3)..];
            rest[..Math.Min(rest.Length, window.Length)].CopyTo(window);
            var number = BinaryPrimitives.ReadUInt128LittleEndian(window) >> (int)(bit & 7);
            values[i] = width == 64 ? (ulong)number : (ulong)number & (1UL << width) - 1;
        }
    }
}
