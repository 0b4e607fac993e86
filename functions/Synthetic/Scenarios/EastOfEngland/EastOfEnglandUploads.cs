using Homeward.Columns;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.Scenarios.Common;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.EastOfEngland;

/// <summary>How the region's files came in: late, twice, refused, and with rows that no event stands behind.</summary>
static class EastOfEnglandUploads
{
    static readonly Month Summer2023 = new(2023, 8);
    static readonly Month Summer2025 = new(2025, 8);

    public static IEnumerable<UploadPlan> Plan(Random chance)
    {
        foreach (var provider in EastOfEnglandWorld.Landscape.Submitters)
        {
            for (var month = EastOfEnglandStory.First; month <= EastOfEnglandStory.Last; month += 1)
            {
                foreach (var plan in Month(chance, provider, month))
                    yield return plan;
            }
        }
    }

    static IEnumerable<UploadPlan> Month(Random chance, Provider provider, Month month)
    {
        var good = MonthlyPlan.Good(chance, provider, month) with { Strays = Strays(provider, month) };
        switch ((provider.Code, $"{month}"))
        {
            // Half of the stays were missing at first, and placements stood in it that never were.
            case ("RWR", "2023-07") or ("R1L", "2025-06") or ("RT1", "2024-08") or ("NXM", "2025-08") or ("RY3", "2024-03"):
                yield return good with { Name = "monthly", Sees = episode => episode.Start.DayNumber % 2 == 0, Strays = Wrong(provider, month) };
                yield return good with { Name = "corrected", Created = good.Created.AddDays(40) };
                break;
            case ("RMY", "2023-08"):
                yield return good with { Name = "a-first-try", Created = good.Created.AddDays(-2), Fault = Fault.AnotherMonth };
                yield return good;
                break;
            case ("NXF", "2024-05"):
                yield return good with { Name = "first", Created = good.Created.AddDays(-1), Fault = Fault.NoBeds };
                yield return good;
                break;
            // Refused after a good one: the good one stands.
            case ("R1L", "2023-06"):
                yield return good;
                yield return good with { Name = "zz-again", Created = good.Created.AddDays(9), Fault = Fault.UnreadableDates };
                break;
            case ("RWR", "2025-08"):
                yield return good;
                yield return good with { Name = "zz-again", Created = good.Created.AddDays(3), Fault = Fault.RaggedRow };
                break;
            // The same content once more changes nothing.
            case ("RWK", "2024-11"):
                yield return good;
                yield return good with { Name = "resent", Created = good.Created.AddDays(5) };
                break;
            case ("RY3", "2023-09") or ("NXM", "2024-12"):
                yield return good with { Created = good.Created.AddDays(20) };
                break;
            default:
                yield return good;
                break;
        }
    }

    static IReadOnlyList<StrayRow> Strays(Provider provider, Month month) => (month - EastOfEnglandStory.First + provider.Code[2]) % 3 == 0
        || month == Summer2023 || month == Summer2025
        ? StrayRows.Broken(month, provider, EastOfEnglandWorld.Outsiders[0].Code, "RWR", "NXQ")
        : [];

    static IReadOnlyList<StrayRow> Wrong(Provider provider, Month month) =>
        provider.Kind == "NHS" ? StrayRows.InventedOaps(month, provider.Code, "NXT", 6) : [];
}
