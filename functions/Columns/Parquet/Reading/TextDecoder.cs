using System.Buffers.Binary;
using System.Text.Unicode;
using Homeward.Columns.Parquet.Format;

namespace Homeward.Columns.Parquet.Reading;

/// <summary>Texts, as codes of one pool for all chunks of the column.</summary>
sealed class TextDecoder(TextPool pool) : ValueDecoder<int>
{
    int[] starts = [];
    int[] lengths = [];

    /// <exception cref="ParquetException">A text is not UTF-8.</exception>
    public static Utf8Pool Build(TextPool pool, string where)
    {
        var built = pool.Build();
        var bytes = built.Bytes;
        var valid = Utf8.IsValid(bytes);
        foreach (var offset in built.Offsets)
        {
            // Valid as a whole, and no text starts in the middle of a character.
            valid &= offset == bytes.Length || (bytes[offset] & 0xC0) != 0x80;
        }

        ParquetException.Require(valid, where, "a text that is not UTF-8");
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
        ParquetException.Require(data.Length >= (long)values.Length * sizeof(int), Where, $"{values.Length} texts in {data.Length} bytes");
        MakeRoom(values.Length);
        var at = 0;
        for (var i = 0; i < values.Length; i++)
        {
            ParquetException.Require(data.Length - at >= sizeof(int), Where, "texts that end too early");
            var length = BinaryPrimitives.ReadInt32LittleEndian(data[at..]);
            at += sizeof(int);
            ParquetException.Require((uint)length <= (uint)(data.Length - at), Where, "a text longer than what remains of its page");
            (starts[i], lengths[i]) = (at, length);
            at += length;
        }

        pool.Add(data, starts, lengths, values);
    }

    void DeltaLengths(ReadOnlySpan<byte> data, Span<int> values)
    {
        MakeRoom(values.Length);
        data = data[DeltaDecoder.Decode(data, lengths.AsSpan(0, values.Length), Where)..];
        var at = 0;
        for (var i = 0; i < values.Length; i++)
        {
            ParquetException.Require((uint)lengths[i] <= (uint)(data.Length - at), Where, "a text longer than what remains of its page");
            starts[i] = at;
            at += lengths[i];
        }

        pool.Add(data, starts, lengths, values);
    }

    /// <summary>Each text as what it shares with the one before, and the rest.</summary>
    void DeltaTexts(ReadOnlySpan<byte> data, Span<int> values)
    {
        MakeRoom(values.Length);
        var shared = starts.AsSpan(0, values.Length);
        data = data[DeltaDecoder.Decode(data, shared, Where)..];
        data = data[DeltaDecoder.Decode(data, lengths.AsSpan(0, values.Length), Where)..];
        using var text = new ByteBuffer();
        for (var i = 0; i < values.Length; i++)
        {
            ParquetException.Require((uint)lengths[i] <= (uint)data.Length, Where, "a text longer than what remains of its page");
            ParquetException.Require((uint)shared[i] <= (uint)text.Length, Where, "a text that shares more than the one before has");
            if (i > 0 && lengths[i] == 0 && shared[i] == text.Length)
            {
                values[i] = values[i - 1];
                continue;
            }

            // The work on them grows with what they unfold to, even where they are equal and take no memory.
            text.Truncate(shared[i]);
            text.Write(data[..lengths[i]]);
            Take(text.Length);
            values[i] = pool.Add(text.Written);
            data = data[lengths[i]..];
        }
    }

    void MakeRoom(int count)
    {
        if (starts.Length < count)
        {
            Take((count - starts.Length) * 2L * sizeof(int));
            (starts, lengths) = (new int[count], new int[count]);
        }
    }
}
