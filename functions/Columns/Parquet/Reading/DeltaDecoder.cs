using System.Numerics;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>DELTA_BINARY_PACKED: a first value, then blocks of packed differences over the least difference of each block.</summary>
/// <remarks>https://parquet.apache.org/docs/file-format/data-pages/encodings/#delta-encoding-delta_binary_packed--5</remarks>
static class DeltaDecoder
{
    const int MaxBlock = 1 << 16;

    /// <summary>Fills <paramref name="values"/> and returns how many bytes were read.</summary>
    public static int Decode<T>(ReadOnlySpan<byte> data, Span<T> values, string where)
        where T : unmanaged, IBinaryInteger<T>
    {
        var whole = data.Length;
        var block = Number(ref data, where);
        var miniblocks = Number(ref data, where);
        var count = Number(ref data, where);
        ParquetException.Require(
            block is > 0 and <= MaxBlock && miniblocks > 0 && block % miniblocks == 0 && block / miniblocks % 8 == 0,
            where,
            $"delta blocks of {block} values in {miniblocks} parts");
        ParquetException.Require(count == (ulong)values.Length, where, $"{count} deltas for {values.Length} values");
        var last = Signed(ref data, where);
        if (!values.IsEmpty)
        {
            values[0] = T.CreateTruncating(last);
            values = values[1..];
        }

        var size = (int)(block / miniblocks);
        var deltas = new ulong[size];
        while (!values.IsEmpty)
        {
            var least = Signed(ref data, where);
            ParquetException.Require(data.Length >= (int)miniblocks, where, "delta blocks that end too early");
            var widths = data[..(int)miniblocks];
            data = data[(int)miniblocks..];
            for (var i = 0; i < widths.Length && !values.IsEmpty; i++)
            {
                var taken = Math.Min(size, values.Length);
                var bytes = size / 8 * widths[i];
                ParquetException.Require(widths[i] <= 64 && data.Length >= bytes, where, "delta blocks that end too early");
                BitUnpacker.Unpack(data[..bytes], widths[i], deltas.AsSpan(0, taken));
                for (var v = 0; v < taken; v++)
                {
                    last = unchecked(last + least + (long)deltas[v]);
                    values[v] = T.CreateTruncating(last);
                }

                data = data[bytes..];
                values = values[taken..];
            }
        }

        return whole - data.Length;
    }

    static long Signed(ref ReadOnlySpan<byte> data, string where)
    {
        var value = Number(ref data, where);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    static ulong Number(ref ReadOnlySpan<byte> data, string where)
    {
        var value = 0UL;
        for (var i = 0; i < 10; i++)
        {
            ParquetException.Require(i < data.Length, where, "deltas that end too early");
            value |= (ulong)(data[i] & 0x7F) << (7 * i);
            if (data[i] < 0x80)
            {
                data = data[(i + 1)..];
                return value;
            }
        }

        ParquetException.Damaged(where, "a number of more than ten bytes");
        return 0;
    }
}
