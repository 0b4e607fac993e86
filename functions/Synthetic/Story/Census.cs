namespace Homeward.Synthetic.Story;

/// <summary>Places that go from one number to another between two days, one at a time and evenly.</summary>
/// <param name="First">Day that <paramref name="Before"/> was counted at the end of.</param>
/// <param name="Last">Day that <paramref name="After"/> was counted at the end of.</param>
sealed record Census(DateOnly First, int Before, DateOnly Last, int After)
{
    /// <summary>When each place opens and closes: the lasting ones first, then those that close, or those that open, by day.</summary>
    public IEnumerable<(DateOnly Opens, DateOnly? Closes)> Places()
    {
        for (var place = 0; place < Math.Min(Before, After); place++)
            yield return (First, null);
        foreach (var day in Days(Math.Abs(After - Before)))
            yield return Before > After ? (First, day) : (day, null);
    }

    IEnumerable<DateOnly> Days(int count)
    {
        var span = Last.DayNumber - First.DayNumber;
        for (var i = 1; i <= count; i++)
            yield return First.AddDays(span * i / (count + 1));
    }
}
