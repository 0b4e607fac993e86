using Homeward.Columns;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.Common;

/// <summary>What went wrong with a provider's month.</summary>
enum Hitch
{
    /// <summary>Half of the stays were missing at first, and placements stood in it that never were; put right weeks later.</summary>
    Corrected,

    /// <summary>Refused at first, then sent as it should be.</summary>
    RefusedFirst,

    /// <summary>Sent as it should be; another one after that was refused and changed nothing.</summary>
    RefusedAfter,

    /// <summary>Sent twice, the same content.</summary>
    Resent,

    /// <summary>After the cut-off.</summary>
    Late,
}

/// <summary>How a region's files came in: mostly in time, some late, twice, refused, and with rows that no event stands behind.</summary>
/// <param name="Hitches">By provider and month, such as <c>RWR 2023-07</c>.</param>
/// <param name="BrokenIn">Months in which every provider has rows that the rules refuse; in others, one provider in three has.</param>
sealed record UploadStory(
    Landscape World, Month First, Month Last, IReadOnlyDictionary<string, Hitch> Hitches, IReadOnlyList<Month> BrokenIn, StrayRows Strays)
{
    static readonly Fault[] AtFirst = [Fault.AnotherMonth, Fault.NoBeds, Fault.AnotherProvider];

    /// <summary>The first month that a provider sends.</summary>
    public Func<Provider, Month>? Joins { get; init; }

    public IReadOnlyList<UploadPlan> Plans(Random chance)
    {
        List<UploadPlan> plans = [];
        foreach (var provider in World.Submitters)
        {
            for (var month = Joins?.Invoke(provider) ?? First; month <= Last; month += 1)
                plans.AddRange(Plans(chance, provider, month));
        }

        return plans;
    }

    IEnumerable<UploadPlan> Plans(Random chance, Provider provider, Month month)
    {
        var created = (month + 1).FirstDay.AddDays(8 + chance.Next(10)).ToDateTime(new TimeOnly(8 + chance.Next(9), chance.Next(60)));
        var good = new UploadPlan(provider, month, "monthly", created) { Strays = BrokenRows(provider, month) };
        Hitch? hitch = Hitches.TryGetValue($"{provider.Code} {month}", out var found) ? found : null;
        return hitch switch
        {
            Hitch.Corrected =>
            [
                good with { Sees = episode => episode.Start.DayNumber % 2 == 0, Strays = Strays.Invented(month, provider) },

                // An upload's name says nothing about its order.
                good with { Name = "corrected", Created = created.AddDays(40) },
            ],
            Hitch.RefusedFirst => [good with { Name = "n-try", Created = created.AddDays(-2), Fault = AtFirst[month.Number % AtFirst.Length] }, good],
            Hitch.RefusedAfter => [good, good with { Name = "zz-again", Created = created.AddDays(5), Fault = Fault.RaggedRow }],
            Hitch.Resent => [good, good with { Name = "resent", Created = created.AddDays(5) }],
            Hitch.Late => [good with { Created = created.AddDays(20) }],
            _ => [good],
        };
    }

    IReadOnlyList<StrayRow> BrokenRows(Provider provider, Month month) =>
        BrokenIn.Contains(month) || (month - First + provider.Code[^1]) % 3 == 0 ? Strays.Broken(month, provider) : [];
}
