using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Decimals stored as big-endian two's complement numbers of a fixed count of bytes, as older writers do.</summary>
sealed class BigEndianDecoder(int size) : ValueDecoder<long>
{
    protected override void Decode(PageEncoding encoding, ReadOnlySpan<byte> data, Span<long> values)
    {
        if (encoding != PageEncoding.Plain)
        {
            Refuse(encoding);
        }

        ParquetException.Require(data.Length >= (long)values.Length * size, Where, $"{values.Length} values of {size} bytes in {data.Length}");
        for (var i = 0; i < values.Length; i++)
        {
            Int128 value = (sbyte)data[i * size];
            for (var b = 1; b < size; b++)
            {
                value = value << 8 | data[i * size + b];
            }

            ParquetException.Require(value >= long.MinValue && value <= long.MaxValue, Where, "a decimal of more than 18 digits");
            values[i] = (long)value;
        }
    }
}
