using Homeward.Columns;
using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.ReachOut;

/// <summary>What happened to the region's people in secure care, March 2017 to December 2024.</summary>
sealed class ReachOutStory
{
    public static readonly Month First = new(2017, 3);
    public static readonly Month Last = new(2024, 12);

    const string Hub = "13Q";

    static readonly Stream MentalHealth = new(
        InFlow: (536 - 166, 479 - 76), OutOfFlow: (166, 76), "207", null, [.. ReachOutWorld.Local.Where(ward => !IsDisability(ward))], ReachOutWorld.FarAway);

    static readonly Stream Disability = new(
        InFlow: (162 - 91, 64 - 25), OutOfFlow: (91, 25), "205", 400, [.. ReachOutWorld.Local.Where(IsDisability)], ReachOutWorld.FarAwayDisability);

    readonly Random chance;
    readonly People people;

    public ReachOutStory(int seed)
    {
        chance = new(seed);
        people = new(chance, new NhsNumbers(1000));
        foreach (var stream in (Stream[])[MentalHealth, Disability])
        {
            var returning = OutOfFlow(stream);
            InFlow(stream, returning);
            Strangers(stream);
        }

        Community();
    }

    public StoryBook Book { get; } = new();

    /// <returns>People whose place far away closed and who came home to a bed that opened for them.</returns>
    Queue<Episode> OutOfFlow(Stream stream)
    {
        Queue<Episode> returning = [];
        var (before, after) = stream.OutOfFlow;
        var opened = Math.Max(0, stream.InFlow.After - stream.InFlow.Before);
        var closing = 0;
        foreach (var ((opens, closes), place) in Census(before, after).Places().Select((place, i) => (place, i)))
        {
            var elsewhere = place * 7 % 20 < 11;
            var ward = elsewhere ? Elsewhere(place, stream.BedClass) : stream.FarAway;
            List<Episode> last = [];
            foreach (var (start, end) in Relay(stream, opens, closes, First.LastDay == opens).Legs(chance))
            {
                var home = AnyHome();
                var label = elsewhere || place % 2 == 0 ? Label(home, elsewhere, place) : null;
                last = [Stays.Of(chance, Somebody(home, start), ward, start, end, label, Hub)];
                Book.Episodes.AddRange(last);
            }

            // Evenly: of the places that close, as many as there are places that open.
            if (closes is not null && ++closing * opened / (before - after) > returning.Count)
                returning.Enqueue(last[0]);
        }

        return returning;
    }

    void InFlow(Stream stream, Queue<Episode> returning)
    {
        foreach (var ((opens, closes), place) in Census(stream.InFlow.Before, stream.InFlow.After).Places().Select((place, i) => (place, i)))
        {
            var ward = stream.Local[place % stream.Local.Count];
            var comesHome = opens > First.LastDay ? returning.Dequeue() : null;
            foreach (var (start, end) in Relay(stream, comesHome?.End ?? opens, closes, comesHome is null).Legs(chance))
            {
                Book.Episodes.Add(comesHome is null
                    ? Stays.Of(chance, Somebody(AnyHome(), start), ward, start, end, hub: Hub)
                    : Stays.Of(chance, comesHome.Person, ward, start, end, hub: Hub, fromHospital: true));
                if (comesHome?.Placement is { } placement)
                    placement.EndReason = "REP";
                comesHome = null;
            }
        }
    }

    // People of other regions in members' beds.
    void Strangers(Stream stream)
    {
        for (var place = 0; place < stream.InFlow.Before / 8; place++)
        {
            var ward = stream.Local.Append(stream.FarAway).ElementAt(place % (stream.Local.Count + 1));
            foreach (var (start, end) in Relay(stream, First.LastDay, null, true).Legs(chance))
            {
                var home = ReachOutWorld.Outside[chance.Next(ReachOutWorld.Outside.Count)];
                var label = place % 2 == 0 ? new Placement(home.LocalProvider, "12", Recorded.Receiver) : null;
                Book.Episodes.Add(Stays.Of(chance, Somebody(home, start), ward, start, end, label));
            }
        }
    }

    // What made room at home: teams that look after people outside hospital.
    void Community()
    {
        string[] teams = [ReachOutWorld.Birmingham.Code, ReachOutWorld.MidlandsPartnership.Code, ReachOutWorld.Coventry.Code];
        foreach (var ((opens, closes), place) in Census(110, 230).Places().Select((place, i) => (place, i)))
        {
            foreach (var (start, end) in new Relay(opens, closes, Last.LastDay, 200, 900) { Before = opens == First.LastDay }.Legs(chance))
            {
                var line = place % 4 == 3 ? "LDA" : "ASE";
                Book.Community.Add(new(Somebody(AnyHome(), start), teams[place % teams.Length], "FORENSIC", line, start, end));
            }
        }
    }

    Placement Label(HomeArea home, bool elsewhere, int place)
    {
        var by = elsewhere ? Recorded.Sender : place % 4 == 0 ? Recorded.Both : Recorded.Receiver;
        var reason = chance.Next(100) switch { < 55 => "10", < 80 => "12", < 90 => "11", _ => "14" };
        return new(home.LocalProvider, reason, by)
        {
            DailyRate = 480 + 10 * chance.Next(20),
            EndReason = chance.Next(3) == 0 ? "DIS" : "TRF",
            SenderLag = chance.Next(3),
            Barrier = Codes.Barriers[chance.Next(Codes.Barriers.Count)],
        };
    }

    static Relay Relay(Stream stream, DateOnly opens, DateOnly? closes, bool before)
    {
        var fewest = stream.FewestNights ?? 250;
        return new(opens, closes, Last.LastDay, fewest, fewest * 4) { Before = before };
    }

    static Census Census(int before, int after) => new(First.LastDay, before, Last.LastDay, after);

    Person Somebody(HomeArea home, DateOnly on) => people.Of(home, on, 20 + chance.Next(38));

    HomeArea AnyHome() => ReachOutWorld.Region[chance.Next(ReachOutWorld.Region.Count)];

    static Ward Elsewhere(int place, string bedClass) => new("?", ReachOutWorld.Elsewhere[place % ReachOutWorld.Elsewhere.Count], "?", bedClass, "X", 2);

    static bool IsDisability(Ward ward) => ward.Service!.EndsWith("_LD", StringComparison.Ordinal);

    /// <summary>One kind of care: people in it at the end of the first month and of the last.</summary>
    /// <param name="BedClass">What the senders of people to hospitals elsewhere put.</param>
    sealed record Stream(
        (int Before, int After) InFlow, (int Before, int After) OutOfFlow, string BedClass, int? FewestNights, IReadOnlyList<Ward> Local, Ward FarAway);
}
