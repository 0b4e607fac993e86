using Homeward.Columns;

namespace Homeward.Measures.Months;

/// <summary>When a month's submissions become late: a day of the following month, 23:59 Europe/London.</summary>
public static class CutOff
{
    public static DateTimeOffset Of(Month month, int day)
    {
        var following = month + 1;
        var date = following.FirstDay.AddDays(Math.Min(day, following.Days) - 1);

        // The rule in force since 1996, so that no time zone data of the machine is needed; the clocks change long before 23:59.
        var summer = date >= LastSunday(date.Year, 3) && date < LastSunday(date.Year, 10);
        return new(date, new TimeOnly(23, 59), summer ? TimeSpan.FromHours(1) : TimeSpan.Zero);
    }

    static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
