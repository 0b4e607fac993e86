using Homeward.Synthetic.Scenarios.Common;

namespace Homeward.Synthetic.Scenarios.ReachOut;

/// <summary>How the region's files came in.</summary>
static class ReachOutUploads
{
    public static UploadStory Story { get; } = new(
        ReachOutWorld.Landscape,
        ReachOutStory.First,
        ReachOutStory.Last,
        new Dictionary<string, Hitch>
        {
            ["RXT 2017-03"] = Hitch.Corrected,
            ["NXS 2019-05"] = Hitch.Corrected,
            ["RRE 2024-12"] = Hitch.Corrected,
            ["TAJ 2017-03"] = Hitch.RefusedFirst,
            ["RYG 2024-11"] = Hitch.RefusedFirst,
            ["NXS 2024-12"] = Hitch.RefusedAfter,
            ["RYG 2020-04"] = Hitch.Late,
            ["RXT 2021-08"] = Hitch.Resent,
        },
        [ReachOutStory.First, ReachOutStory.Last],
        new StrayRows("RXT", ReachOutWorld.Outsiders[0].Code, "NXQ", "207", new DateOnly(1980, 2, 3)));
}
