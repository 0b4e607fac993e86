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
