using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Story;

/// <summary>A person's time in hospital from the first admission to the last discharge: far from home at first, at home, or one after the other.</summary>
sealed class Journey
{
    public required Person Person { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; set; }

    /// <summary>Days after the start when the person comes to the local ward; null: never, 0: at once.</summary>
    public int? ComesHomeAfter { get; set; }

    public required Ward Local { get; init; }

    public required Ward Away { get; init; }

    /// <summary>What the time away is labelled as; null: not at all.</summary>
    public Placement? Label { get; init; }

    public int Nights => End.DayNumber - Start.DayNumber;

    /// <summary>First day that is not away.</summary>
    public DateOnly AwayUntil => ComesHomeAfter is { } days && days < Nights ? Start.AddDays(days) : End;

    public bool EndsIn(DateOnly from, DateOnly to) => from <= End && End <= to;

    public int NightsAway(DateOnly from, DateOnly to) => Story.Nights.Between(from, to, Start, AwayUntil);

    public IEnumerable<Episode> Episodes(Random chance, string hub)
    {
        var away = AwayUntil > Start;
        if (away)
        {
            if (Label is not null)
                Label.EndReason = AwayUntil < End ? "REP" : "DIS";
            yield return Stays.Of(chance, Person, Away, Start, AwayUntil, Label, hub);
        }

        if (AwayUntil < End)
            yield return Stays.Of(chance, Person, Local, AwayUntil, End, hub: hub, fromHospital: away);
    }
}
