using Homeward.Columns;
using Homeward.Synthetic.Figures;
using Homeward.Synthetic.Scenarios.Common;

namespace Homeward.Synthetic.Scenarios.NewCareModels;

/// <summary>A national programme: people brought back, shorter stays nearer home, money released.</summary>
static class NewCareModelsScenario
{
    const string Source = "New care models in tertiary mental health, evaluation of 2017/18";

    static readonly string[] Lines = ["CYP", "ASE", "AED"];

    public static Scenario Scenario { get; } = new(
        "new-care-models",
        "A programme of fourteen sites: children and young people, adult secure, adult eating disorders",
        NewCareModelsStory.First,
        NewCareModelsStory.Last,
        [
            new("People brought back, 2017/18", Formula.Value, [Year("K19", "people", NewCareModelsStory.FirstYearTo)], 257, Equality.MoreThan, Source)
            {
                Unit = "people",
            },
            Lower("Length of stay, change from 2016/17", LengthOfStay),
            Most("Length of stay: rank of children and young people by fall", LengthOfStay),
            Lower("Median distance from home, change from March 2017", Distance),
            Most("Median distance from home: rank of children and young people by fall", Distance),
            new("Released, 2017/18", Formula.Value, [Year("K22", "saving", NewCareModelsStory.FirstYearTo)], 10_700_000, Equality.NearestTo(100_000), Source)
            {
                Unit = "gbp",
            },
            new(
                "Live sites by November 2018",
                Formula.Count,
                [.. NewCareModelsWorld.Sites.Select(site => new FigureRow("K12", NewCareModelsStory.Last, "M", "people", site.Code))],
                14,
                Equality.Exactly,
                Source)
            {
                Unit = "sites",
                AsPrinted = "14 live sites; the source's own 6 + 7 make 13",
            },
        ],
        seed => ScenarioRegion.Of(
            NewCareModelsWorld.Landscape, new NewCareModelsStory(seed).Book, NewCareModelsUploads.Story.Plans(new Random(seed + 1))));

    static PublishedFigure Lower(string name, Func<Month, FigureRow> row) => new(
        name, Formula.ChangePercent, [row(NewCareModelsStory.BaselineTo), row(NewCareModelsStory.FirstYearTo)], 0, Equality.LessThan, Source)
    {
        Unit = "percent",
        AsPrinted = "lower",
    };

    static PublishedFigure Most(string name, Func<Month, FigureRow> row) => new(
        name,
        Formula.RankOfFall,
        [
            .. from line in Lines
               from period in (Month[])[NewCareModelsStory.BaselineTo, NewCareModelsStory.FirstYearTo]
               select row(period).At("Service Line", line),
        ],
        1,
        Equality.Exactly,
        Source)
    {
        Unit = "rank",
        AsPrinted = "most of all in CAMHS",
    };

    static FigureRow LengthOfStay(Month period) => Year("K15", "journey_mean", period);

    static FigureRow Distance(Month period) => Programme("K08", "stay_median", period, "M");

    static FigureRow Year(string measure, string split, Month period) => Programme(measure, split, period, "FY");

    static FigureRow Programme(string measure, string split, Month period, string window) =>
        new(measure, period, window, split, "ALL") { Breakdown = "Programme" };
}
