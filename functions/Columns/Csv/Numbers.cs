using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Homeward.Columns.Csv;

/// <summary>Numbers from bytes. No group separators, no exponent, no spaces.</summary>
static class Numbers
{
    /// <summary>An optional sign and digits, within 32 bits.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> text, out int value)
    {
        var sign = Sign(ref text);
        var size = 0L;
        foreach (var digit in text)
        {
            if ((uint)(digit - '0') > 9 || size > int.MaxValue)
            {
                value = 0;
                return false;
            }

            size = size * 10 + (digit - '0');
        }

        size *= sign;
        value = (int)size;
        return !text.IsEmpty && size == value;
    }

    /// <summary>One to eight digits without a sign, all at once.</summary>
    /// <param name="start">Eight bytes may be read from here.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryDigits(ref byte start, int length, out int value)
    {
        // The digits move to the end of the word, zeros fill it up from the left.
        var word = Unsafe.ReadUnaligned<ulong>(ref start);
        word = BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
        var digits = (word ^ 0x3030303030303030) << (64 - 8 * length);
        var known = (uint)(length - 1) < 8 & ((digits | digits + 0x7676767676767676) & 0x8080808080808080) == 0;
        var pairs = digits * 10 + (digits >> 8);
        var high = (pairs & 0x000000FF000000FF) * (100 + (1000000UL << 32));
        var low = (pairs >> 16 & 0x000000FF000000FF) * (1 + (10000UL << 32));
        value = known ? (int)(high + low >> 32) : 0;
        return known;
    }

    /// <summary>An optional sign, digits, and optionally a point with at most <paramref name="scale"/> digits (<c>.5</c> is allowed, <c>5.</c> is not).</summary>
    /// <param name="bound">10 to the power of the precision: the unscaled number stays below it.</param>
    public static bool TryDecimal(ReadOnlySpan<byte> text, int scale, long bound, out long unscaled)
    {
        unscaled = 0;
        var sign = Sign(ref text);
        var point = text.IndexOf((byte)'.');
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        if (text.IsEmpty || decimals > scale || point >= 0 && decimals == 0)
        {
            return false;
        }

        var size = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            if (i == point)
            {
                continue;
            }

            size = size * 10 + (uint)(text[i] - '0');
            if ((uint)(text[i] - '0') > 9 || size >= (ulong)bound)
            {
                return false;
            }
        }

        for (; decimals < scale; decimals++)
        {
            size *= 10;
            if (size >= (ulong)bound)
            {
                return false;
            }
        }

        unscaled = (long)size * sign;
        return true;
    }

    static int Sign(ref ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] is not ((byte)'-' or (byte)'+'))
        {
            return 1;
        }

        var sign = text[0] == '-' ? -1 : 1;
        text = text[1..];
        return sign;
    }
}
