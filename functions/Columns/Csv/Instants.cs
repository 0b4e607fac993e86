using System.Runtime.InteropServices;

namespace Homeward.Columns.Csv;

/// <summary>Instants from bytes: ISO 8601 date and time, as milliseconds since 1970-01-01T00:00:00Z.</summary>
/// <remarks>
/// <c>yyyy-MM-dd</c>, then <c>T</c> or a space, then <c>HH:mm</c>, optionally <c>:ss</c> and a fraction (cut to milliseconds), optionally
/// <c>Z</c>, <c>±HH</c>, <c>±HHmm</c> or <c>±HH:mm</c>. Without an offset the time is Europe/London.
/// </remarks>
static class Instants
{
    const long Minute = 60_000;
    const long Hour = 60 * Minute;
    const long Day = 24 * Hour;

    public static bool TryParse(ReadOnlySpan<byte> text, out long milliseconds)
    {
        milliseconds = 0;
        if (text.Length < 16 || !Dates.TryIso(ref MemoryMarshal.GetReference(text), Dates.MonthStarts, out var days) || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !Dates.TwoDigits(text, 11, out var hour) || text[13] != ':' || !Dates.TwoDigits(text, 14, out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        var local = days * Day + hour * Hour + minute * Minute;
        text = text[16..];
        if (text.Length >= 3 && text[0] == ':')
        {
            if (!Dates.TwoDigits(text, 1, out var second) || second > 59)
            {
                return false;
            }

            local += second * 1000;
            text = text[3..];
            if (!TryFraction(ref text, ref local))
            {
                return false;
            }
        }

        if (text.IsEmpty)
        {
            milliseconds = local - LondonOffset(local);
            return true;
        }

        var known = TryOffset(text, out var offset);
        milliseconds = local - offset;
        return known;
    }

    /// <summary>The offset from UTC of a Europe/London wall-clock time.</summary>
    /// <remarks>
    /// The rule in force since 1996: summer time from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October;
    /// earlier years are read by the same rule. Both of a day's doubtful hours take the offset in force before the change: a time that
    /// occurs twice is the earlier instant, and a time that the clock skips is as far after the change as it claims to be.
    /// </remarks>
    internal static long LondonOffset(long local)
    {
        var year = DateColumn.Date((int)Math.DivRem(local, Day, out var rest) - (rest < 0 ? 1 : 0)).Year;
        return local >= LastSunday(year, 3) + 2 * Hour && local < LastSunday(year, 10) + 2 * Hour ? Hour : 0;
    }

    static long LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return DateColumn.Days(last.AddDays(-(int)last.DayOfWeek)) * Day;
    }

    static bool TryFraction(ref ReadOnlySpan<byte> text, ref long local)
    {
        if (text.IsEmpty || text[0] is not ((byte)'.' or (byte)','))
        {
            return true;
        }

        var digits = 0;
        var unit = 100;
        for (; digits + 1 < text.Length && (uint)(text[digits + 1] - '0') <= 9; digits++)
        {
            local += (text[digits + 1] - '0') * unit;
            unit /= 10;
        }

        text = text[(digits + 1)..];
        return digits > 0;
    }

    static bool TryOffset(ReadOnlySpan<byte> text, out long offset)
    {
        offset = 0;
        if (text.Length == 1)
        {
            return text[0] is (byte)'Z' or (byte)'z';
        }

        var colon = text.Length == 6 && text[3] == ':' ? 1 : 0;
        var minutes = 0;
        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length - colon is not (3 or 5) || !Dates.TwoDigits(text, 1, out var hours) || hours > 14
            || text.Length > 3 && (!Dates.TwoDigits(text, 3 + colon, out minutes) || minutes > 59))
        {
            return false;
        }

        offset = (hours * Hour + minutes * Minute) * (text[0] == '-' ? -1 : 1);
        return true;
    }
}
