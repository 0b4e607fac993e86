using Homeward.Synthetic.Scenarios.Common;

namespace Homeward.Synthetic.Scenarios.NewCareModels;

/// <summary>How the programme's files came in.</summary>
static class NewCareModelsUploads
{
    public static UploadStory Story { get; } = new(
        NewCareModelsWorld.Landscape,
        NewCareModelsStory.First,
        NewCareModelsStory.Last,
        new Dictionary<string, Hitch>
        {
            ["SNA 2016-10"] = Hitch.Corrected,
            ["SNB 2017-03"] = Hitch.RefusedFirst,
            ["SNC 2017-06"] = Hitch.RefusedAfter,
            ["SNF 2018-01"] = Hitch.Corrected,
            ["SNA 2018-03"] = Hitch.RefusedAfter,
            ["SND 2017-12"] = Hitch.Resent,
            ["SNE 2017-09"] = Hitch.Late,
            ["SNG 2018-11"] = Hitch.RefusedFirst,
        },
        [NewCareModelsStory.BaselineTo, NewCareModelsStory.FirstYearTo, NewCareModelsStory.Last],
        new StrayRows("SNA", "RZ9", "NXQ", "301", new DateOnly(2002, 2, 3)))
    {
        Joins = provider => NewCareModelsWorld.Sites.FirstOrDefault(site => site.Home.LocalProvider == provider.Code)?.Live ?? NewCareModelsStory.First,
    };
}
