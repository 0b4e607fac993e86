using Homeward.Columns;
using Homeward.Synthetic.Scenarios.Common;

namespace Homeward.Synthetic.Scenarios.EastOfEngland;

/// <summary>How the region's files came in.</summary>
static class EastOfEnglandUploads
{
    public static UploadStory Story { get; } = new(
        EastOfEnglandWorld.Landscape,
        EastOfEnglandStory.First,
        EastOfEnglandStory.Last,
        new Dictionary<string, Hitch>
        {
            ["RWR 2023-07"] = Hitch.Corrected,
            ["RY3 2024-03"] = Hitch.Corrected,
            ["RT1 2024-08"] = Hitch.Corrected,
            ["R1L 2025-06"] = Hitch.Corrected,
            ["NXM 2025-08"] = Hitch.Corrected,
            ["RMY 2023-08"] = Hitch.RefusedFirst,
            ["NXF 2024-05"] = Hitch.RefusedFirst,
            ["RWK 2024-12"] = Hitch.RefusedFirst,
            ["R1L 2023-06"] = Hitch.RefusedAfter,
            ["RWR 2025-08"] = Hitch.RefusedAfter,
            ["RWK 2024-11"] = Hitch.Resent,
            ["RY3 2023-09"] = Hitch.Late,
            ["NXM 2024-12"] = Hitch.Late,
        },
        [new Month(2023, 8), new Month(2024, 8), new Month(2025, 8)],
        new StrayRows("RWR", EastOfEnglandWorld.Outsiders[0].Code, "NXQ", "301", new DateOnly(2009, 2, 3)));
}
