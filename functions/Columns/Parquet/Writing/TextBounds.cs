using System.Text;

namespace Homeward.Columns.Parquet.Writing;

/// <summary>Bounds of texts, cut to a length that keeps the footer small: a bound need not be a value, only lie outside all values.</summary>
static class TextBounds
{
    const int MaxBytes = 64;

    public static Bounds Of(ReadOnlySpan<byte> min, ReadOnlySpan<byte> max)
    {
        var shortMin = min.Length <= MaxBytes ? null : Prefix(min).ToArray();
        var shortMax = max.Length <= MaxBytes ? null : Successor(Prefix(max));
        return new(shortMin ?? min.ToArray(), shortMax ?? max.ToArray(), shortMin is null, shortMax is null);
    }

    /// <summary>The longest start that fits and does not cut a character.</summary>
    static ReadOnlySpan<byte> Prefix(ReadOnlySpan<byte> text)
    {
        var length = MaxBytes;
        while (length > 0 && (text[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return text[..length];
    }

    /// <summary>The start with its last character that has a successor replaced by it; null where none has.</summary>
    /// <remarks>UTF-8 sorts by bytes as its code points do, so the result sorts after every text with that start.</remarks>
    static byte[]? Successor(ReadOnlySpan<byte> start)
    {
        while (Rune.DecodeLastFromUtf8(start, out var last, out var length) == System.Buffers.OperationStatus.Done)
        {
            start = start[..^length];
            var next = last.Value == 0xD7FF ? 0xE000 : last.Value + 1;
            if (Rune.IsValid(next))
            {
                Span<byte> encoded = stackalloc byte[4];
                var size = new Rune(next).EncodeToUtf8(encoded);
                return [.. start, .. encoded[..size]];
            }
        }

        return null;
    }
}
