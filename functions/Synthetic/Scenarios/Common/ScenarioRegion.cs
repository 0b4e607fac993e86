using Homeward.Synthetic.Extract;
using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.Common;

/// <summary>Puts a world, a story and the way the files came in together.</summary>
static class ScenarioRegion
{
    public static SyntheticRegion Of(Landscape world, IReadOnlyList<Episode> story, IEnumerable<UploadPlan> plans)
    {
        var here = story.ToLookup(episode => episode.Provider.Code);
        var sent = story.Where(episode => (episode.Placement?.By & Recorded.Sender) > 0).ToLookup(episode => episode.Placement!.Sender);
        var wards = world.Wards.ToLookup(ward => ward.Provider.Code);
        var records = world.Submitters.ToDictionary(
            provider => provider.Code,
            provider => new ProviderRecords(provider, wards[provider.Code], here[provider.Code], sent[provider.Code]));
        var uploads = plans.Select(plan => UploadFiles.Of(plan, records[plan.Provider.Code]));
        return new(ReferenceFiles.Of(world), [.. uploads.OrderBy(upload => upload.Created).ThenBy(upload => upload.Identity.Id, StringComparer.Ordinal)]);
    }
}
