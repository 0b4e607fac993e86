using Homeward.Columns;
using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.Arden;

/// <summary>A baseline year, and three years in which case managers went through every placement and brought people back.</summary>
sealed class ArdenStory
{
    public static readonly Month First = new(2013, 4);
    public static readonly Month BaselineTo = new(2014, 3);
    public static readonly Month Last = new(2017, 3);

    /// <summary>Adult mental health first; dementia and learning disability later: places far away at the start and at the end.</summary>
    static readonly (string Line, Month From, int Before, int After, int Age)[] Work =
        [("REH", new(2014, 4), 42, 10, 25), ("OAC", new(2015, 4), 12, 7, 66), ("LDA", new(2015, 10), 10, 6, 20)];

    // Over a hundred.
    const int BroughtBack = 112;

    readonly Random chance;
    readonly People people;

    public ArdenStory(int seed)
    {
        chance = new(seed);
        people = new(chance, new NhsNumbers(1000));
        foreach (var (line, from, before, after, age) in Work)
        {
            Placements(line, new Census(from.FirstDay, before, Last.LastDay, after), age);
            LocalCare(line, age);
        }

        BringBack();
        Reviews();
        new ArdenMoney(Book).Pay(First, Last);
    }

    public StoryBook Book { get; } = new();

    IEnumerable<Episode> Placed => Book.Episodes.Where(episode => episode.Placement?.Sender == ArdenWorld.Trust.Code);

    void Placements(string line, Census census, int age)
    {
        foreach (var ((_, closes), place) in census.Places().Select((place, i) => (place, i)))
        {
            // Some of the hospitals belong to a member; most belong to nobody here.
            var elsewhere = place % 3 < 2;
            var bedClass = ArdenWorld.FarAway[line].BedClass;
            var ward = elsewhere ? new Ward("?", ArdenWorld.Elsewhere[place % ArdenWorld.Elsewhere.Count], "?", bedClass, "X", 0) : ArdenWorld.FarAway[line];
            foreach (var (start, end) in new Relay(First.FirstDay, closes, Last.LastDay, 140, 420) { Before = true }.Legs(chance))
            {
                var home = ArdenWorld.Commissioners[chance.Next(ArdenWorld.Commissioners.Count)];
                var label = new Placement(ArdenWorld.Trust.Code, chance.Next(10) < 7 ? "10" : "14", elsewhere ? Recorded.Sender : Recorded.Both)
                {
                    DailyRate = ArdenMoney.DailyRate,
                    EndReason = chance.Next(3) == 0 ? "DIE" : "TRF",
                    Barrier = Codes.Barriers[chance.Next(Codes.Barriers.Count)],
                    PlannedReturn = end,
                };
                Book.Episodes.Add(Stays.Of(chance, people.Of(home, start, age + chance.Next(22)), ward, start, end, label));
            }
        }
    }

    void LocalCare(string line, int age)
    {
        foreach (var ward in ArdenWorld.Local[line])
        {
            Book.Episodes.AddRange(Care(ward, 9, random => ArdenWorld.Commissioners[random.Next(ArdenWorld.Commissioners.Count)], age));
            Book.Episodes.AddRange(Care(ward, 3, _ => ArdenWorld.Outside, age));
        }

        Book.Episodes.AddRange(Care(ArdenWorld.FarAway[line], 4, _ => ArdenWorld.Outside, age));
    }

    IEnumerable<Episode> Care(Ward ward, int beds, Func<Random, HomeArea> home, int age) => new Caseload(ward, beds, First.FirstDay, Last.LastDay)
    {
        MeanNights = 80,
        MostNights = 300,
        Home = home,
        Age = random => age + random.Next(20),
        Label = (random, area) => area == ArdenWorld.Outside && random.Next(2) == 0 ? new(area.LocalProvider, "10", Recorded.Receiver) : null,
    }.Tell(chance, people);

    // Of the placements that ended in the three years, as many as came back: to a bed near home, or with a team's help to no bed at all.
    void BringBack()
    {
        var ended = Placed.Where(episode => episode.End > BaselineTo.LastDay && episode.End <= Last.LastDay).OrderBy(episode => episode.End).ToList();
        if (ended.Count < BroughtBack)
            throw new InvalidOperationException($"{ended.Count} placements ended: too few to bring {BroughtBack} people back.");
        for (var i = 0; i < BroughtBack; i++)
        {
            var placement = ended[i * ended.Count / BroughtBack];
            var (day, line) = (placement.End!.Value, LineOf(placement));
            if (i % 4 == 3)
            {
                placement.Placement!.EndReason = "RPC";
                Book.Community.Add(new(placement.Person, ArdenWorld.Trust.Code, "STEPDOWN", line, day, day.AddDays(90 + chance.Next(200))));
                continue;
            }

            placement.Placement!.EndReason = "REP";
            var ward = ArdenWorld.Local[line][i % ArdenWorld.Local[line].Count];
            Book.Episodes.Add(Stays.Of(chance, placement.Person, ward, day, day.AddDays(30 + chance.Next(100)), fromHospital: true));
        }
    }

    // Everybody's placement is looked at before four weeks are over.
    void Reviews()
    {
        foreach (var placement in Placed.ToList())
        {
            var first = placement.Start > First.FirstDay ? placement.Start : First.FirstDay;
            for (var day = first.AddDays(chance.Next(10)); day <= Last.LastDay && day < placement.End; day = day.AddDays(26))
                Book.Reviews.Add(new(placement, ArdenWorld.Trust.Code, "CASE", day) { NextDue = day.AddDays(28), Barrier = placement.Placement!.Barrier });
        }
    }

    internal static string LineOf(Episode episode) => ArdenWorld.FarAway.First(far => far.Value.BedClass == episode.Parts[0].Ward.BedClass).Key;
}
