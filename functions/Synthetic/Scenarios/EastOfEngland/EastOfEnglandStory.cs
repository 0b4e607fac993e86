using Homeward.Columns;
using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.EastOfEngland;

/// <summary>What happened to the region's children and young people, January 2023 to August 2025.</summary>
sealed class EastOfEnglandStory
{
    public static readonly Month First = new(2023, 1);
    public static readonly Month Last = new(2025, 8);

    readonly Random chance;
    readonly People people;

    public EastOfEnglandStory(int seed)
    {
        chance = new(seed);
        people = new(chance, new NhsNumbers(1000));
        LocalCare();
        Strangers();
        var away = new RegionPlacements(chance, people);
        Book.Episodes.AddRange(away.Tell());
        Book.Episodes.AddRange(away.Returns());
        AdultCare();
        Book.Reviews.AddRange(new CaseManagement(chance).Reviews(Book.Episodes));
        Book.Requests.AddRange(new FlowHub(chance, people).Requests(Book.Episodes));
    }

    public StoryBook Book { get; } = new();

    void LocalCare()
    {
        foreach (var ward in EastOfEnglandWorld.Wards.Where(ward => ward != EastOfEnglandWorld.AdultAcute && ward != EastOfEnglandWorld.FarAway))
        {
            var local = EastOfEnglandWorld.Region.FirstOrDefault(home => home.Icb == ward.Provider.Icb) ?? EastOfEnglandWorld.Region[4];
            var care = new Caseload(ward, ward.BedClass == "301" ? 14 : 7, First.FirstDay, Last.LastDay)
            {
                Home = random => random.Next(100) < 80 ? local : Any(random, EastOfEnglandWorld.Region),
                Age = random => 13 + random.Next(4),
                StepUp = EastOfEnglandWorld.Wards.FirstOrDefault(other => other.Site == ward.Site && other.BedClass == "309" && other != ward),
            };
            Book.Episodes.AddRange(care.Tell(chance, people));
        }
    }

    // People of other regions in members' beds; a member that counts its own beds counts them too.
    void Strangers()
    {
        foreach (var (ward, beds) in EastOfEnglandWorld.Wards.Where(ward => ward.BedClass == "301").Zip([2, 2, 2, 1, 2, 4, 3, 6]))
        {
            var care = new Caseload(ward, beds, First.FirstDay, Last.LastDay)
            {
                MeanNights = 40,
                Home = random => Any(random, EastOfEnglandWorld.Outside),
                Age = random => 13 + random.Next(4),
                Label = (random, home) => random.Next(100) < 85 ? new(home.LocalProvider, "10", Recorded.Receiver) : null,
            };
            Book.Episodes.AddRange(care.Tell(chance, people));
        }
    }

    // A trust is more than its part in the collaborative: adult beds, and adults placed elsewhere for want of one.
    void AdultCare()
    {
        Func<Random, int> age = random => 24 + random.Next(35);
        Func<Random, HomeArea> home = _ => EastOfEnglandWorld.Region[0];
        var ward = new Caseload(EastOfEnglandWorld.AdultAcute, 6, First.FirstDay, Last.LastDay) { MeanNights = 30, Home = home, Age = age };
        var away = new Caseload(EastOfEnglandWorld.WardElsewhere(EastOfEnglandWorld.Elsewhere[1], "200"), 2, First.FirstDay, Last.LastDay)
        {
            MeanNights = 25,
            Home = home,
            Age = age,
            Label = (_, _) => new("RWR", "10", Recorded.Sender) { DailyRate = 720 },
        };
        Book.Episodes.AddRange(ward.Tell(chance, people));
        Book.Episodes.AddRange(away.Tell(chance, people));
    }

    static HomeArea Any(Random chance, IReadOnlyList<HomeArea> homes) => homes[chance.Next(homes.Count)];
}
