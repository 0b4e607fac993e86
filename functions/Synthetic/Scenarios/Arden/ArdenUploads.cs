using Homeward.Synthetic.Scenarios.Common;

namespace Homeward.Synthetic.Scenarios.Arden;

/// <summary>How the files came in.</summary>
static class ArdenUploads
{
    public static UploadStory Story { get; } = new(
        ArdenWorld.Landscape,
        ArdenStory.First,
        ArdenStory.Last,
        new Dictionary<string, Hitch>
        {
            ["RYG 2014-03"] = Hitch.Corrected,
            ["NXE 2015-07"] = Hitch.RefusedFirst,
            ["RYG 2016-02"] = Hitch.RefusedAfter,
            ["NXE 2016-08"] = Hitch.Resent,
            ["RYG 2017-03"] = Hitch.Corrected,
            ["NXE 2017-03"] = Hitch.RefusedAfter,
            ["RYG 2015-05"] = Hitch.Late,
        },
        [ArdenStory.First, ArdenStory.BaselineTo, ArdenStory.Last],
        new StrayRows("RYG", "RZ2", "NXQ", "212", new DateOnly(1970, 2, 3)));
}
