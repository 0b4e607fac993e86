namespace Homeward.Columns.Csv;

/// <summary>Calendar dates from bytes: yyyy-MM-dd, or dd/MM/yyyy, of the years 1800 to 2200.</summary>
static class Dates
{
    public const int FirstYear = 1800;
    public const int LastYear = 2200;

    /// <summary>Days since 1970-01-01 of the first day of each month from January <see cref="FirstYear"/>, and of the month after the last.</summary>
    static readonly int[] MonthStarts = Starts();

    /// <summary>Reads a whole field.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out int days, out bool reformatted)
    {
        reformatted = false;
        if (text.Length != 10)
        {
            days = 0;
            return false;
        }

        return text[4] == '-' ? TryIso(text, out days) : reformatted = TryBritish(text, out days);
    }

    /// <summary>Reads yyyy-MM-dd from the first ten bytes.</summary>
    public static bool TryIso(ReadOnlySpan<byte> text, out int days)
    {
        if (text.Length >= 10 && text[4] == '-' && text[7] == '-' && TwoDigits(text, 0, out var century) && TwoDigits(text, 2, out var year)
            && TwoDigits(text, 5, out var month) && TwoDigits(text, 8, out var day))
        {
            return TryDays(century * 100 + year, month, day, out days);
        }

        days = 0;
        return false;
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
        var starts = new int[(LastYear - FirstYear + 1) * 12 + 1];
        var first = new DateOnly(FirstYear, 1, 1);
        for (var month = 0; month < starts.Length; month++)
        {
            starts[month] = DateColumn.Days(first.AddMonths(month));
        }

        return starts;
    }
}
