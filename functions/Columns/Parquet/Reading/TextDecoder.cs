using System.Buffers.Binary;
using System.Text.Unicode;
using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Texts, as codes of one pool for all chunks of the column.</summary>
sealed class TextDecoder(string where) : ValueDecoder<int>(where)
{
    readonly Utf8PoolBuilder pool = new();
    long bytes;

    /// <exception cref="ParquetException">A text is not UTF-8.</exception>
    public Utf8Pool Build()
    {
        var built = pool.Build();
        var valid = Utf8.IsValid(built.Bytes);
        foreach (var offset in built.Offsets)
        {
            valid &= offset == built.ByteCount || (built.Bytes[offset] & 0xC0) != 0x80;
        }

        ParquetException.Require(valid, Where, "a text that is not UTF-8");
        return built;
    }

    protected override void Decode(PageEncoding encoding, ReadOnlySpan<byte> data, Span<int> values)
    {
        switch (encoding)
        {
            case PageEncoding.Plain:
                Plain(data, values);
                break;
            case PageEncoding.DeltaLengthByteArray:
                DeltaLengths(data, values);
                break;
            case PageEncoding.DeltaByteArray:
                DeltaTexts(data, values);
                break;
            default:
                Refuse(encoding);
                break;
        }
    }

    void Plain(ReadOnlySpan<byte> data, Span<int> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            ParquetException.Require(data.Length >= sizeof(int), Where, "texts that end too early");
            var length = BinaryPrimitives.ReadInt32LittleEndian(data);
            ParquetException.Require((uint)length <= (uint)(data.Length - sizeof(int)), Where, $"a text of {length} bytes where {data.Length - sizeof(int)} remain");
            values[i] = Add(data.Slice(sizeof(int), length));
            data = data[(sizeof(int) + length)..];
        }
    }

    void DeltaLengths(ReadOnlySpan<byte> data, Span<int> values)
    {
        var lengths = new int[values.Length];
        data = data[DeltaDecoder.Decode(data, lengths.AsSpan(), Where)..];
        for (var i = 0; i < values.Length; i++)
        {
            ParquetException.Require((uint)lengths[i] <= (uint)data.Length, Where, $"a text of {lengths[i]} bytes where {data.Length} remain");
            values[i] = Add(data[..lengths[i]]);
            data = data[lengths[i]..];
        }
    }

    /// <summary>Each text as what it shares with the one before, and the rest.</summary>
    void DeltaTexts(ReadOnlySpan<byte> data, Span<int> values)
    {
        var shared = new int[values.Length];
        data = data[DeltaDecoder.Decode(data, shared.AsSpan(), Where)..];
        var lengths = new int[values.Length];
        data = data[DeltaDecoder.Decode(data, lengths.AsSpan(), Where)..];
        var text = new ByteBuffer();
        for (var i = 0; i < values.Length; i++)
        {
            ParquetException.Require((uint)lengths[i] <= (uint)data.Length, Where, $"a text of {lengths[i]} bytes where {data.Length} remain");
            ParquetException.Require((uint)shared[i] <= (uint)text.Length, Where, $"a text that shares {shared[i]} bytes with one of {text.Length}");
            text.Truncate(shared[i]);
            text.Write(data[..lengths[i]]);
            values[i] = Add(text.Written);
            data = data[lengths[i]..];
        }
    }

    int Add(ReadOnlySpan<byte> text)
    {
        var before = pool.Count;
        var code = pool.Add(text);
        if (pool.Count > before)
        {
            bytes += text.Length;
            ParquetException.Require(bytes < int.MaxValue / 2, Where, "more than a gigabyte of distinct texts");
        }

        return code;
    }
}
