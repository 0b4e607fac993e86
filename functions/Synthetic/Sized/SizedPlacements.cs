using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Sized;

/// <summary>The people whom one trust sends away. Sender and receiver are made apart: both make the same list from the same seed.</summary>
sealed class SizedPlacements(SizedRequest request, SizedWorld world)
{
    const int Step = 12;

    static readonly string[] Reasons = ["10", "10", "10", "10", "10", "11", "12", "14", "15"];

    /// <summary>Placements with a trust that submits; their ward stays are rows of the receiver.</summary>
    public IReadOnlyList<Episode> Between(int sender) =>
        [.. Tell(sender, 1, Math.Max(1, request.Rows / 150), (chance, _) => world.WardsOf[ReceiverOf(sender)][chance.Next(4)])];

    /// <summary>Placements in a hospital that never submits.</summary>
    public IReadOnlyList<Episode> Elsewhere(int sender) =>
        [.. Tell(sender, 2, Math.Max(1, request.Rows / 200), (chance, _) => new Ward("?", world.Elsewhere, "?", chance.Next(4) == 0 ? "301" : "200", "X", 0))];

    public int? SenderTo(int receiver) =>
        request.Providers == 1 ? null : Enumerable.Range(0, request.Providers).First(sender => ReceiverOf(sender) == receiver);

    // Always a trust of another collaborative: neither this way round nor the other is it within reach of one.
    int ReceiverOf(int sender) => (sender + Math.Min(Step, request.Providers - SizedWorld.CollaborativeSize(request.Providers))) % request.Providers;

    IEnumerable<Episode> Tell(int sender, int kind, int beds, Func<Random, int, Ward> where)
    {
        if (kind == 1 && (request.Providers == 1 || ReceiverOf(sender) == sender))
            yield break;
        var chance = new Random(HashCode(request.Seed, sender, kind));
        var people = new People(chance, new NhsNumbers(SizedPeople.FirstPlaced(request, sender, kind)));
        for (var bed = 0; bed < beds; bed++)
        {
            for (var day = request.First.FirstDay.AddDays(-chance.Next(30)); day <= request.Last.LastDay;)
            {
                var ward = where(chance, bed);
                var nights = 15 + chance.Next(40);
                if (day.AddDays(nights) >= request.First.FirstDay)
                    yield return Stay(chance, people.Of(world.Homes[sender], day, SizedPeople.Age(chance, ward.BedClass)), ward, sender, day, nights);
                day = day.AddDays(nights + 1 + chance.Next(10));
            }
        }
    }

    Episode Stay(Random chance, Person person, Ward ward, int sender, DateOnly day, int nights)
    {
        var submits = ward.Provider.Submits;

        // A sender's row that the receiver knows nothing of would be a finding; that the sender has no row is none.
        var by = !submits ? Recorded.Sender : chance.Next(10) < 8 ? Recorded.Both : Recorded.Receiver;
        return SizedEpisode.Of(chance, person, [new(ward, day, day.AddDays(nights))], new(world.Trusts[sender].Code, Reasons[chance.Next(Reasons.Length)], by)
        {
            DailyRate = 600 + 10 * chance.Next(40),
            EndReason = chance.Next(3) switch { 0 => "REP", 1 => "DIS", _ => "RPC" },
            PlannedReturn = day.AddDays(nights),
        });
    }

    // A seed of its own for each part; HashCode of the runtime differs from run to run.
    internal static int HashCode(int seed, int provider, int part) => unchecked((seed * 31 + provider) * 8191 + part * 131);
}
