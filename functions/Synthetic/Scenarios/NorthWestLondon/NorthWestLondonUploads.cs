using Homeward.Synthetic.Scenarios.Common;

namespace Homeward.Synthetic.Scenarios.NorthWestLondon;

/// <summary>How the area's files came in.</summary>
static class NorthWestLondonUploads
{
    public static UploadStory Story { get; } = new(
        NorthWestLondonWorld.Landscape,
        NorthWestLondonStory.First,
        NorthWestLondonStory.Last,
        new Dictionary<string, Hitch>
        {
            ["RV3 2016-09"] = Hitch.Corrected,
            ["RKL 2017-01"] = Hitch.RefusedAfter,
            ["NXJ 2018-06"] = Hitch.Resent,
            ["NXJ 2020-10"] = Hitch.Corrected,
            ["RKL 2020-12"] = Hitch.RefusedFirst,
            ["RV3 2021-03"] = Hitch.RefusedAfter,
            ["RKL 2019-02"] = Hitch.Late,
        },
        [NorthWestLondonStory.BaselineTo, NorthWestLondonStory.Last],
        new StrayRows("RV3", "RZ5", "NXQ", "301", new DateOnly(2004, 2, 3)));
}
