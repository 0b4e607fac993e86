using System.Buffers.Binary;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Parquet's RLE and bit-packing hybrid, read back.</summary>
static class RleDecoder
{
    /// <summary>Fills <paramref name="values"/> with numbers of <paramref name="width"/> bits.</summary>
    public static void Decode(ReadOnlySpan<byte> data, int width, Span<int> values, string where)
    {
        ParquetException.Require(width is >= 0 and <= 32, where, $"numbers of {width} bits");
        var valueBytes = (width + 7) / 8;
        while (!values.IsEmpty)
        {
            var header = Varint(ref data, where);
            int taken;
            if ((header & 1) == 0)
            {
                taken = (int)Math.Min(header >> 1, (uint)values.Length);
                ParquetException.Require(taken > 0 && data.Length >= valueBytes, where, "a run that ends too early");
                values[..taken].Fill(Value(data[..valueBytes]));
                data = data[valueBytes..];
            }
            else
            {
                var groups = header >> 1;
                taken = (int)Math.Min(groups * 8L, values.Length);
                var needed = (int)(((long)taken * width + 7) / 8);
                ParquetException.Require(taken > 0 && data.Length >= needed, where, "packed numbers that end too early");
                BitUnpacker.Unpack(data, width, values[..taken]);
                data = data[(int)Math.Min((long)groups * width, data.Length)..];
            }

            values = values[taken..];
        }
    }

    public static uint Varint(ref ReadOnlySpan<byte> data, string where)
    {
        var value = 0UL;
        for (var i = 0; i < 5; i++)
        {
            ParquetException.Require(i < data.Length, where, "numbers that end too early");
            value |= (ulong)(data[i] & 0x7F) << (7 * i);
            if (data[i] < 0x80)
            {
                data = data[(i + 1)..];
                ParquetException.Require(value <= uint.MaxValue, where, "a number of more than 32 bits");
                return (uint)value;
            }
        }

        ParquetException.Damaged(where, "a number of more than 32 bits");
        return 0;
    }

    static int Value(ReadOnlySpan<byte> bytes)
    {
        Span<byte> padded = stackalloc byte[sizeof(int)];
        padded.Clear();
        bytes.CopyTo(padded);
        return BinaryPrimitives.ReadInt32LittleEndian(padded);
    }
}
