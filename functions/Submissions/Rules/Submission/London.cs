namespace Homeward.Submissions.Rules.Submission;

/// <summary>Midnight in London, by the rule in force since 1996; independent of the machine's time zone data.</summary>
static class London
{
    public static DateTimeOffset Midnight(DateOnly date)
    {
        // The clocks change after midnight: the first day of summer time begins in winter time, and the last one in summer time.
        var summer = date > LastSunday(date.Year, 3) && date <= LastSunday(date.Year, 10);
        return new DateTimeOffset(date, TimeOnly.MinValue, summer ? TimeSpan.FromHours(1) : TimeSpan.Zero);
    }

    static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
