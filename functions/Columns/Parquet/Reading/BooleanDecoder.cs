using System.Buffers.Binary;
using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

sealed class BooleanDecoder : ValueDecoder<bool>
{
    int[] runs = [];

    protected override void Decode(PageEncoding encoding, ReadOnlySpan<byte> data, Span<bool> values)
    {
        switch (encoding)
        {
            case PageEncoding.Plain:
                ParquetException.Require(data.Length >= (values.Length + 7L) / 8, Where, $"{values.Length} booleans in {data.Length} bytes");
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = (data[i >> 3] >> (i & 7) & 1) != 0;
                }

                break;
            case PageEncoding.Rle:
                FromRuns(data, values);
                break;
            default:
                Refuse(encoding);
                break;
        }
    }

    void FromRuns(ReadOnlySpan<byte> data, Span<bool> values)
    {
        ParquetException.Require(data.Length >= sizeof(int), Where, "booleans that end too early");
        var length = BinaryPrimitives.ReadInt32LittleEndian(data);
        ParquetException.Require(length >= 0 && length <= data.Length - sizeof(int), Where, "booleans that end too early");
        if (runs.Length < values.Length)
        {
            Take((values.Length - runs.Length) * (long)sizeof(int));
            runs = new int[values.Length];
        }

        var bits = runs.AsSpan(0, values.Length);
        RleDecoder.Decode(data.Slice(sizeof(int), length), 1, bits, Where);
        for (var i = 0; i < bits.Length; i++)
        {
            values[i] = bits[i] == 1;
        }
    }
}
