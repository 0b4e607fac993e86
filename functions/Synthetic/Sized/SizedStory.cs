using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Sized;

/// <summary>One trust's part of a sized region.</summary>
sealed class SizedStory
{
    const int BedsPerWard = 12;

    readonly SizedRequest request;
    readonly SizedWorld world;
    readonly int provider;
    readonly Random chance;
    readonly People people;
    readonly RowCount rows;

    public SizedStory(SizedRequest request, SizedWorld world, int provider)
    {
        (this.request, this.world, this.provider) = (request, world, provider);
        chance = new(SizedPlacements.HashCode(request.Seed, provider, 0));
        people = new(chance, new NhsNumbers(SizedPeople.First(request, provider)));
        rows = new(request);
        var placements = new SizedPlacements(request, world);
        Sender = placements.SenderTo(provider);
        Received = Sender is { } sender ? placements.Between(sender) : [];
        if (rows.TryAdd(Received))
            Book.Episodes.AddRange(Received);
        Book.Episodes.AddRange(Sent = placements.Between(provider));
        Book.Episodes.AddRange(SentElsewhere = placements.Elsewhere(provider));
        BackHome();
        LongStays();
        ShortStays();
        new SizedEvents(request, world, provider, chance, people).AddTo(Book);
    }

    public StoryBook Book { get; } = new();

    /// <summary>The trust that sends people here; null where there is no other.</summary>
    public int? Sender { get; }

    /// <summary>Placements from <see cref="Sender"/>, in the order in which it makes them too.</summary>
    public IReadOnlyList<Episode> Received { get; }

    /// <summary>Placements with another trust.</summary>
    public IReadOnlyList<Episode> Sent { get; }

    /// <summary>Placements in a hospital that never submits.</summary>
    public IReadOnlyList<Episode> SentElsewhere { get; }

    // Whoever is repatriated comes to a ward of the trust's own on the day the placement ends.
    void BackHome()
    {
        foreach (var placed in Sent.Concat(SentElsewhere).Where(placed => placed.Placement!.EndReason == "REP").ToList())
        {
            var day = placed.End!.Value;
            var ward = world.WardsOf[provider].First(own => own.BedClass == placed.Parts[0].Ward.BedClass);
            var home = SizedEpisode.Of(chance, placed.Person, [new(ward, day, day.AddDays(3 + chance.Next(25)))], null);
            if (rows.TryAdd([home]))
                Book.Episodes.Add(home);
            else
                placed.Placement!.EndReason = "TRF";
        }
    }

    // Beds are filled one by one until a month has its rows; what is missing then are people who stay a few days.
    void LongStays()
    {
        for (var bed = 0; ; bed++)
        {
            var wards = world.WardsOf[provider];
            var stays = OneAfterAnother(wards[bed / BedsPerWard % wards.Count]);
            if (!rows.TryAdd(stays))
                return;
            Book.Episodes.AddRange(stays);
        }
    }

    List<Episode> OneAfterAnother(Ward ward)
    {
        List<Episode> stays = [];
        Person?[] turns = [null, null];
        var mean = ward.BedClass switch { "206" or "207" => 300, "212" => 150, "301" or "309" or "203" => 70, _ => 35 };

        // Long enough before that the first month is like any other.
        var day = request.First.FirstDay.AddDays(-2 * mean - chance.Next(mean));
        for (var turn = 0; day <= request.Last.LastDay; turn++)
        {
            if (turns[turn % 2] is not { } person || !SizedPeople.StillFits(person.Born, ward.BedClass, day))
                turns[turn % 2] = person = people.Of(world.Homes[provider], day, SizedPeople.Age(chance, ward.BedClass));
            var nights = 5 + (int)(-Math.Log(1 - chance.NextDouble()) * (mean - 5));
            nights = ward.BedClass[0] == '3' ? Math.Min(nights, 150) : nights;
            if (day.AddDays(nights) >= request.First.FirstDay)
                stays.Add(SizedEpisode.Of(chance, person, Parts(ward, day, nights), null));
            day = day.AddDays(nights + 1 + chance.Next(10));
        }

        return stays;
    }

    List<WardPart> Parts(Ward ward, DateOnly day, int nights)
    {
        var (end, leave) = (day.AddDays(nights), chance.Next(10) == 0 ? chance.Next(30) : 0);
        if (nights < 10 || chance.Next(100) >= 12)
            return [new(ward, day, end, leave)];
        var next = world.WardsOf[provider].FirstOrDefault(other => other.BedClass == ward.BedClass && other.Code != ward.Code) ?? ward;
        return [new(ward, day, day.AddDays(nights / 2), leave), new(next, day.AddDays(nights / 2), end)];
    }

    void ShortStays()
    {
        List<Person> pool = [];
        var next = 0;
        for (var month = 0; month < request.Months; month++)
        {
            var first = (request.First + month).FirstDay;
            var missing = rows.Missing(month);

            // Somebody is in once a month at most.
            while (pool.Count < missing)
                pool.Add(people.Of(world.Homes[provider], first, SizedPeople.Age(chance, "200")));
            for (; missing > 0; missing--, next++)
            {
                var ward = world.WardsOf[provider][chance.Next(2)];
                var day = first.AddDays(chance.Next(20));
                Book.Episodes.Add(SizedEpisode.Of(chance, pool[next % pool.Count], [new(ward, day, day.AddDays(1 + chance.Next(6)))], null));
            }
        }
    }
}
