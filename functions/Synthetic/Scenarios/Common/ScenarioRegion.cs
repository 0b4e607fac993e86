using Homeward.Synthetic.Extract;
using Homeward.Synthetic.Story;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.Common;

/// <summary>Puts a world, a story and the way the files came in together.</summary>
static class ScenarioRegion
{
    public static SyntheticRegion Of(Landscape world, StoryBook story, IReadOnlyList<UploadPlan> plans)
    {
        var wards = world.Wards.ToLookup(ward => ward.Provider.Code);
        var (first, last) = (plans.Min(plan => plan.Period), plans.Max(plan => plan.Period));
        var records = world.Submitters.ToDictionary(provider => provider.Code, provider => new ProviderRecords(provider, wards[provider.Code], story, first, last));
        var uploads = plans.Select(plan => UploadFiles.Of(plan, records[plan.Provider.Code]));
        return new(ReferenceFiles.Of(world), [.. uploads.OrderBy(upload => upload.Created).ThenBy(upload => upload.Identity.Id, StringComparer.Ordinal)]);
    }
}
