using Homeward.Columns;
using Homeward.Synthetic.Figures;
using Homeward.Synthetic.Scenarios.Common;

namespace Homeward.Synthetic.Scenarios.NorthWestLondon;

/// <summary>Two trusts with the budget for their own young people: shorter stays, fewer of them, far fewer nights away.</summary>
static class NorthWestLondonScenario
{
    const string Source = "North West London new care model for CAMHS, after four years";

    public static Scenario Scenario { get; } = new(
        "north-west-london",
        "Children and young people: two trusts, budget held for NHS England, early review meetings (CRAFT)",
        NorthWestLondonStory.First,
        NorthWestLondonStory.Last,
        [
            Change("Length of stay, change over four years", "K15", "journey_mean", -18),
            Change("Admissions, change over four years", "K10", "journeys", -28),
            Change("Out of area occupied bed days, change over four years", "K21", "nights", -66),
            new("Saving in the fourth year", Formula.Value, [Row("K22", "saving", NorthWestLondonStory.Last)], 0, Equality.MoreThan, Source)
            {
                Unit = "gbp",
                AsPrinted = "a recurrent saving",
            },
            new("Reinvested in crisis and community services in the fourth year", Formula.Value, [Row("K22", "reinvested", NorthWestLondonStory.Last)], 0, Equality.MoreThan, Source)
            {
                Unit = "gbp",
                AsPrinted = "reinvested in crisis and community services",
            },
        ],
        seed => ScenarioRegion.Of(
            NorthWestLondonWorld.Landscape, new NorthWestLondonStory(seed).Book, NorthWestLondonUploads.Story.Plans(new Random(seed + 1))));

    static PublishedFigure Change(string name, string measure, string split, int published) => new(
        name,
        Formula.ChangePercent,
        [Row(measure, split, NorthWestLondonStory.BaselineTo), Row(measure, split, NorthWestLondonStory.Last)],
        published,
        Equality.NearestTo(1),
        Source)
    {
        Unit = "percent",
    };

    static FigureRow Row(string measure, string split, Month period) => new(measure, period, "R12", split, "NWL");
}
