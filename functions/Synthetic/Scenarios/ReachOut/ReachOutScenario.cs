using Homeward.Columns;
using Homeward.Synthetic.Figures;
using Homeward.Synthetic.Scenarios.Common;

namespace Homeward.Synthetic.Scenarios.ReachOut;

/// <summary>Secure services of the West Midlands, 2017 to 2024: fewer people in hospital, far fewer far from home, more looked after outside.</summary>
static class ReachOutScenario
{
    const string Source = "Reach Out provider collaborative, March 2017 to December 2024";

    public static Scenario Scenario { get; } = new(
        "reach-out",
        "West Midlands adult secure services, and secure services for people with a learning disability or autism",
        ReachOutStory.First,
        ReachOutStory.Last,
        [
            .. Line("Inpatients, mental health", "K12", "people", "ASE", 536, 479, -11),
            .. Line("Inpatients, learning disability and autism", "K12", "people", "LDA", 162, 64, -60),
            .. Line("Out of area, mental health", "K21", "people", "ASE", 166, 76, -54),
            .. Line("Out of area, learning disability and autism", "K21", "people", "LDA", 91, 25, -73),
            Count("Community caseload", Community(ReachOutStory.First), 110),
            Count("Community caseload", Community(ReachOutStory.Last), 230),
            Change("Community caseload", Community(ReachOutStory.First), Community(ReachOutStory.Last), 109) with
            {
                AsPrinted = "+108 %; the source's own counts, 110 and 230, give +109 %",
            },
        ],
        seed => ScenarioRegion.Of(ReachOutWorld.Landscape, new ReachOutStory(seed).Book, ReachOutUploads.Story.Plans(new Random(seed + 1))));

    static IEnumerable<PublishedFigure> Line(string name, string measure, string split, string line, int before, int after, int change)
    {
        FigureRow At(Month period) => new FigureRow(measure, period, "M", split, "REACH").At("Service Line", line);
        yield return Count(name, At(ReachOutStory.First), before);
        yield return Count(name, At(ReachOutStory.Last), after);
        yield return Change(name, At(ReachOutStory.First), At(ReachOutStory.Last), change);
    }

    static FigureRow Community(Month period) => new("K29", period, "M", "open", "REACH");

    static PublishedFigure Count(string name, FigureRow row, int published) =>
        new($"{name}, end of {row.Period}", Formula.Value, [row], published, Equality.Exactly, Source) { Unit = "people" };

    static PublishedFigure Change(string name, FigureRow before, FigureRow after, int published) =>
        new($"{name}, change", Formula.ChangePercent, [before, after], published, Equality.NearestTo(1), Source) { Unit = "percent" };
}
