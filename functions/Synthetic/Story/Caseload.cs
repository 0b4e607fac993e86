using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Story;

/// <summary>The steady business of a ward: one bed after another, each with one person after another.</summary>
/// <param name="From">First day that the story tells of; people may have come before it.</param>
/// <param name="To">Last day that the story tells of; people may leave after it.</param>
sealed record Caseload(Ward Ward, int Beds, DateOnly From, DateOnly To)
{
    /// <summary>Mean nights of a stay.</summary>
    public int MeanNights { get; init; } = 50;

    /// <summary>No stay is longer.</summary>
    public int MostNights { get; init; } = 150;

    /// <summary>Where the next person lives.</summary>
    public required Func<Random, HomeArea> Home { get; init; }

    /// <summary>Age in years at admission.</summary>
    public required Func<Random, int> Age { get; init; }

    /// <summary>Whether the next stay carries a label; null: none does.</summary>
    public Func<Random, HomeArea, Placement?> Label { get; init; } = (_, _) => null;

    /// <summary>A ward that some people move on to within the stay; null: nobody moves.</summary>
    public Ward? StepUp { get; init; }

    public IEnumerable<Episode> Tell(Random chance, People people)
    {
        for (var bed = 0; bed < Beds; bed++)
        {
            var day = From.AddDays(-chance.Next(MeanNights));
            Person? before = null;
            while (day <= To)
            {
                var nights = NightsOf(chance);
                var person = before is not null && chance.Next(100) < 8 ? before : NewPerson(chance, people, day);
                if (day.AddDays(nights) >= From)
                    yield return Stay(chance, person, day, nights);
                before = person;
                day = day.AddDays(nights + 1 + chance.Next(8));
            }
        }
    }

    Person NewPerson(Random chance, People people, DateOnly day) => people.Of(Home(chance), day, Age(chance));

    int NightsOf(Random chance) =>
        Math.Clamp((int)(-Math.Log(1 - chance.NextDouble()) * (MeanNights - 3)) + 3, 3, MostNights);

    Episode Stay(Random chance, Person person, DateOnly day, int nights)
    {
        var (end, leave) = (day.AddDays(nights), chance.Next(100) < 15 ? chance.Next(30) : 0);
        var move = StepUp is null || nights < 12 || chance.Next(100) >= 20 ? (DateOnly?)null : day.AddDays(nights / 3);
        List<WardPart> parts = move is { } moved ? [new(Ward, day, moved, leave), new(StepUp!, moved, end)] : [new(Ward, day, end, leave)];
        return Stays.Of(chance, person, parts, Label(chance, person.Home));
    }
}
