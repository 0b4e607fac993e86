using Homeward.Columns;
using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.EastOfEngland;

/// <summary>The region's own people placed out of area.</summary>
sealed class RegionPlacements(Random chance, People people)
{
    // People placed for want of a bed at the end of August; the source rounds to the nearest 5.
    static readonly (int Year, int? SummerNights, int Active)[] Observed = [(2023, 958, 11), (2024, null, 14), (2025, 556, 9)];

    const string Hub = "13Q";

    readonly List<Episode> counted = [];
    readonly HashSet<Episode> overlapping = new(ReferenceEqualityComparer.Instance);

    /// <summary>All placements; those for want of a bed are shaped to what was observed.</summary>
    public IReadOnlyList<Episode> Tell()
    {
        for (var bed = 0; bed < 16; bed++)
            OneAfterAnother(bed);
        foreach (var day in new DateOnly[] { new(2023, 6, 6), new(2023, 7, 20), new(2024, 2, 3), new(2024, 7, 11), new(2025, 6, 15) })
            Overlap(day);
        foreach (var (year, nights, active) in Observed)
            new PlacementTarget(new(year, 6, 1), new(year, 8, 31), nights, active).Shape(counted, overlapping);
        return [.. counted, .. ForOtherReasons()];
    }

    /// <summary>Some come back to a bed near home the day that they leave.</summary>
    public IEnumerable<Episode> Returns()
    {
        foreach (var placement in counted.Where(placement => placement.Placement!.EndReason == "REP" && !overlapping.Contains(placement)))
        {
            if (placement.End is not { } day || day > EastOfEnglandStory.Last.LastDay)
                continue;
            var ward = EastOfEnglandWorld.Wards.First(ward => ward.Provider.Code == placement.Person.Home.LocalProvider && ward.BedClass == "301");
            var end = day.AddDays(6 + chance.Next(30));
            yield return Stays.Of(chance, placement.Person, ward, day, end, fromHospital: true);
        }
    }

    void OneAfterAnother(int bed)
    {
        for (var day = EastOfEnglandStory.First.FirstDay.AddDays(-chance.Next(20)); day <= EastOfEnglandStory.Last.LastDay;)
        {
            if (bed >= Level(Month.Of(day)))
            {
                day = day.AddDays(10 + chance.Next(10));
                continue;
            }

            var nights = 6 + chance.Next(44);
            if (day.AddDays(nights) >= EastOfEnglandStory.First.FirstDay)
                counted.Add(ForWantOfABed(day, day.AddDays(nights)));
            day = day.AddDays(nights + chance.Next(7));
        }
    }

    // How many are away at once: up over 2024, down again as the hub finds beds.
    static int Level(Month month) => (month.Year, month.Number) switch
    {
        (2023, _) => 12,
        (2024, <= 9) => 15,
        (2024, _) => 11,
        (2025, <= 3) => 9,
        (2025, >= 8) => 9,
        _ => 6,
    };

    Episode ForWantOfABed(DateOnly start, DateOnly end)
    {
        var home = EastOfEnglandWorld.Region[chance.Next(EastOfEnglandWorld.Region.Count)];
        var sender = home.LocalProvider;
        var rate = 650 + 10 * chance.Next(30);
        var lag = chance.Next(3);
        var placement = chance.Next(100) switch
        {
            < 56 => new Placement(sender, "10", Recorded.Sender) { DailyRate = rate, Barrier = Codes.Barriers[chance.Next(Codes.Barriers.Count)] },
            < 74 => new(sender, "10", Recorded.Both) { DailyRate = rate, SenderLag = lag },
            < 80 => new(sender, "10", Recorded.Both) { DailyRate = rate, SenderLag = lag, ReceiverReason = "99" },
            < 86 => new(sender, "10", Recorded.Both) { DailyRate = rate, SenderSite = EastOfEnglandWorld.Wards.First(w => w.Provider.Code == sender).Site.Code },
            < 94 => new(sender, "10", Recorded.Receiver),
            < 98 => new(null, "10", Recorded.Receiver),
            // Sent on by a trust outside: still one of the region's people.
            _ => new(EastOfEnglandWorld.Outsiders[1].Code, "10", Recorded.Receiver),
        };
        placement.EndReason = chance.Next(100) switch { < 55 => "REP", < 75 => "DIS", < 90 => "RPC", _ => "TRF" };
        var ward = placement.By.HasFlag(Recorded.Receiver) ? EastOfEnglandWorld.FarAway : Elsewhere();
        return Stays.Of(chance, people.Of(home, start, 13 + chance.Next(4)), ward, start, end, placement, Hub);
    }

    // The second placement was written down before the first was closed: the first ends when the second starts.
    void Overlap(DateOnly day)
    {
        var home = EastOfEnglandWorld.Region[chance.Next(EastOfEnglandWorld.Region.Count)];
        var person = people.Of(home, day, 15);
        var label = new Placement(home.LocalProvider, "10", Recorded.Sender) { EndReason = "TRF", DailyRate = 800 };
        var first = Stays.Of(chance, person, Elsewhere(0), day, day.AddDays(17), label, Hub);
        var second = Stays.Of(chance, person, Elsewhere(2), day.AddDays(9), day.AddDays(26), label with { EndReason = "DIS" }, Hub);
        counted.AddRange([first, second]);
        overlapping.UnionWith([first, second]);
    }

    IEnumerable<Episode> ForOtherReasons()
    {
        string[] reasons = ["11", "12", "13", "14", "15", "15", "99"];
        for (var day = EastOfEnglandStory.First.FirstDay; day < EastOfEnglandStory.Last.LastDay; day = day.AddDays(12 + chance.Next(25)))
        {
            var home = EastOfEnglandWorld.Region[chance.Next(EastOfEnglandWorld.Region.Count)];
            var both = chance.Next(100) < 30;
            var placement = new Placement(home.LocalProvider, reasons[chance.Next(reasons.Length)], both ? Recorded.Both : Recorded.Sender);
            var ward = both ? EastOfEnglandWorld.FarAway : Elsewhere();
            yield return Stays.Of(chance, people.Of(home, day, 13 + chance.Next(4)), ward, day, day.AddDays(5 + chance.Next(40)), placement, Hub);
        }
    }

    Ward Elsewhere(int? hospital = null)
    {
        var site = EastOfEnglandWorld.Elsewhere[hospital ?? chance.Next(EastOfEnglandWorld.Elsewhere.Count)];
        return EastOfEnglandWorld.WardElsewhere(site, chance.Next(100) switch { < 70 => "301", < 85 => "309", _ => "302" });
    }
}
