namespace Homeward.Synthetic.Tests.Naive;

/// <summary>A person's stays, each beginning no later than the day after the one before ended.</summary>
sealed record NaiveJourney(IReadOnlyList<NaiveStay> Stays)
{
    public DateOnly Start => Stays[0].Start;

    public DateOnly? End => Stays.Any(stay => stay.End is null) ? null : Stays.Max(stay => stay.End);

    public int Nights => End!.Value.DayNumber - Start.DayNumber;

    public static IEnumerable<NaiveJourney> Of(IEnumerable<NaiveStay> stays)
    {
        foreach (var person in stays.GroupBy(stay => stay.Person))
        {
            List<NaiveStay> journey = [];
            foreach (var stay in person.OrderBy(stay => stay.Start).ThenBy(stay => stay.End ?? DateOnly.MaxValue))
            {
                if (journey.Count > 0 && journey.TrueForAll(before => before.End is { } end && end.AddDays(1) < stay.Start))
                {
                    yield return new(journey);
                    journey = [];
                }

                journey.Add(stay);
            }

            yield return new(journey);
        }
    }
}
