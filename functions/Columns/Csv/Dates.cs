using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeward.Columns.Csv;

/// <summary>Calendar dates from bytes: yyyy-MM-dd, or dd/MM/yyyy, of the years 1800 to 2200.</summary>
static class Dates
{
    public const int FirstYear = 1800;
    public const int LastYear = 2200;

    const int Months = (LastYear - FirstYear + 1) * 12;

    /// <summary>Bytes of a date in either form.</summary>
    public const int Length = 10;

    /// <summary>Days since 1970-01-01 of the first day of each month from January <see cref="FirstYear"/>, and of the month after the last.</summary>
    public static readonly int[] MonthStarts = Starts();

    /// <summary>Reads a whole field.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out int days, out bool reformatted)
    {
        reformatted = false;
        if (text.Length != Length)
        {
            days = 0;
            return false;
        }

        return text[4] == '-' ? TryIso(ref MemoryMarshal.GetReference(text), MonthStarts, out days) : reformatted = TryBritish(text, out days);
    }

    /// <summary>Reads yyyy-MM-dd from ten bytes, all digits at once.</summary>
    /// <param name="start">The first of the ten.</param>
    /// <param name="monthStarts"><see cref="MonthStarts"/>, which a loop should hold rather than look up each time.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIso(ref byte start, int[] monthStarts, out int days)
    {
        // Bytes become digits 0 to 9, dashes 0; any other byte then shows in its upper bit.
        var digits = ReadLittleEndian(ref start) ^ 0x2D30302D30303030;
        var last = (uint)(Unsafe.Add(ref start, 8) ^ '0') | (uint)(Unsafe.Add(ref start, 9) ^ '0') << 8;
        var foreign = (digits | digits + 0x7F76767F76767676) & 0x8080808080808080 | (last | last + 0x7676) & 0x8080;
        var pairs = digits * 10 + (digits >> 8);
        var month = (uint)(pairs >> 40 & 0xFF) - 1;
        var day = (last & 0xFF) * 10 + (last >> 8) - 1;
        var index = ((uint)(pairs & 0xFF) * 100 + (uint)(pairs >> 16 & 0xFF) - FirstYear) * 12 + month;
        var within = foreign == 0 & month < 12 & index < Months ? 1u : 0;
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(monthStarts), index & (0 - within));
        var known = day < (uint)(Unsafe.Add(ref first, 1) - first) ? within : 0;
        days = (first + (int)day) & -(int)known;
        return known != 0;
    }

    /// <summary>Days since 1970-01-01 of a day of the proleptic Gregorian calendar.</summary>
    public static bool TryDays(int year, int month, int day, out int days)
    {
        days = 0;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1)
        {
            return false;
        }

        var index = (year - FirstYear) * 12 + month - 1;
        days = MonthStarts[index] + day - 1;
        return days < MonthStarts[index + 1];
    }

    internal static bool TwoDigits(ReadOnlySpan<byte> text, int at, out int value)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        value = (int)(tens * 10 + ones);
        return tens <= 9 && ones <= 9;
    }

    static ulong ReadLittleEndian(ref byte start)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref start);
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }

    static bool TryBritish(ReadOnlySpan<byte> text, out int days)
    {
        if (text[2] == '/' && text[5] == '/' && TwoDigits(text, 0, out var day) && TwoDigits(text, 3, out var month)
            && TwoDigits(text, 6, out var century) && TwoDigits(text, 8, out var year))
        {
            return TryDays(century * 100 + year, month, day, out days);
        }

        days = 0;
        return false;
    }

    static int[] Starts()
    {
        var starts = new int[Months + 1];
        var first = new DateOnly(FirstYear, 1, 1);
        for (var month = 0; month < starts.Length; month++)
        {
            starts[month] = DateColumn.Days(first.AddMonths(month));
        }

        return starts;
    }
}
