using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Turns a run of stored numbers into those of the column.</summary>
/// <param name="where">What is being read, for messages.</param>
delegate void Conversion<TStored, T>(ReadOnlySpan<TStored> stored, Span<T> values, string where);

/// <summary>Fixed-width numbers.</summary>
/// <param name="convert">Null where the stored numbers are the column's own.</param>
sealed class FixedDecoder<TStored, T>(Conversion<TStored, T>? convert = null) : ValueDecoder<T>
    where TStored : unmanaged
    where T : unmanaged
{
    TStored[] stored = [];

    protected override void Decode(PageEncoding encoding, ReadOnlySpan<byte> data, Span<T> values)
    {
        if (convert is null)
        {
            Stored(encoding, data, MemoryMarshal.Cast<T, TStored>(values));
            return;
        }

        if (stored.Length < values.Length)
        {
            Take((values.Length - stored.Length) * (long)Unsafe.SizeOf<TStored>());
            stored = new TStored[values.Length];
        }

        var numbers = stored.AsSpan(0, values.Length);
        Stored(encoding, data, numbers);
        convert(numbers, values, Where);
    }

    void Stored(PageEncoding encoding, ReadOnlySpan<byte> data, Span<TStored> numbers)
    {
        switch (encoding)
        {
            case PageEncoding.Plain:
                var size = (long)numbers.Length * Unsafe.SizeOf<TStored>();
                ParquetException.Require(data.Length >= size, Where, $"{numbers.Length} values in {data.Length} bytes");
                MemoryMarshal.Cast<byte, TStored>(data[..(int)size]).CopyTo(numbers);
                break;
            case PageEncoding.DeltaBinaryPacked when typeof(TStored) == typeof(int):
                DeltaDecoder.Decode(data, MemoryMarshal.Cast<TStored, int>(numbers), Where);
                break;
            case PageEncoding.DeltaBinaryPacked when typeof(TStored) == typeof(long):
                DeltaDecoder.Decode(data, MemoryMarshal.Cast<TStored, long>(numbers), Where);
                break;
            case PageEncoding.ByteStreamSplit:
                Unsplit(data, MemoryMarshal.AsBytes(numbers), Unsafe.SizeOf<TStored>());
                break;
            default:
                Refuse(encoding);
                break;
        }
    }

    /// <summary>First bytes of all values, then the second bytes of all, and so on.</summary>
    void Unsplit(ReadOnlySpan<byte> data, Span<byte> values, int size)
    {
        ParquetException.Require(data.Length == values.Length, Where, $"{values.Length / size} values in {data.Length} bytes");
        var count = values.Length / size;
        for (var part = 0; part < size; part++)
        {
            var bytes = data.Slice(part * count, count);
            for (var i = 0; i < bytes.Length; i++)
            {
                values[i * size + part] = bytes[i];
            }
        }
    }
}
