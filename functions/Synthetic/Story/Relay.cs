namespace Homeward.Synthetic.Story;

/// <summary>One place that is never empty for a night: the next person comes the day that the one before leaves.</summary>
/// <param name="Opens">The first person comes on this day, or came before it where <see cref="Before"/> says so.</param>
/// <param name="Closes">The last person leaves on this day; null: the place stays.</param>
sealed record Relay(DateOnly Opens, DateOnly? Closes, DateOnly StoryEnds, int FewestNights, int MostNights)
{
    /// <summary>True where somebody was there before the story begins.</summary>
    public bool Before { get; init; }

    /// <summary>Fewest and most nights of a stay that begins on a day, where they change over time.</summary>
    public Func<DateOnly, (int Fewest, int Most)>? Lengths { get; init; }

    public IEnumerable<(DateOnly Start, DateOnly? End)> Legs(Random chance)
    {
        var start = Before ? Opens.AddDays(-1 - chance.Next(FewestNights)) : Opens;
        while (start <= StoryEnds)
        {
            var (fewest, most) = Lengths?.Invoke(start) ?? (FewestNights, MostNights);
            var end = start.AddDays(fewest + chance.Next(most - fewest));
            if (end <= Opens)
                end = Opens.AddDays(1);
            if (Closes is { } closes && end.AddDays(FewestNights / 2) >= closes)
            {
                yield return (start, closes);
                yield break;
            }

            yield return (start, end);
            start = end;
        }
    }
}
