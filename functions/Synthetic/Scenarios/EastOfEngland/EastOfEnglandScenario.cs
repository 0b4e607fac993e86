using Homeward.Columns;
using Homeward.Synthetic.Figures;
using Homeward.Synthetic.Scenarios.Common;

namespace Homeward.Synthetic.Scenarios.EastOfEngland;

/// <summary>Children and young people of the East of England, 2023 to 2025: fewer placed out of area for want of a bed.</summary>
static class EastOfEnglandScenario
{
    const string Source = "East of England Provider Collaborative, from MHSDS: published figures rounded to the nearest 5";

    static readonly Equality NearestFive = Equality.NearestTo(5);

    public static Scenario Scenario { get; } = new(
        "east-of-england",
        "Children and young people: six NHS providers and independents, lead provider Hertfordshire Partnership, a patient flow hub",
        EastOfEnglandStory.First,
        EastOfEnglandStory.Last,
        [
            BedDays(2023, 960),
            BedDays(2025, 555),
            new("Change in bed days, June to August, 2023 to 2025", Formula.ChangePercent, [Summer(2023), Summer(2025)], -42, Equality.NearestTo(1), Source)
            {
                Unit = "percent",
            },
            Active(2023, 10),
            Active(2024, 15),
            Active(2025, 10),
        ],
        seed => ScenarioRegion.Of(
            EastOfEnglandWorld.Landscape, new EastOfEnglandStory(seed).Book, EastOfEnglandUploads.Story.Plans(new Random(seed + 1))));

    static PublishedFigure BedDays(int year, int published) =>
        new($"Inappropriate out of area bed days, June to August {year}", Formula.Value, [Summer(year)], published, NearestFive, Source)
        {
            Unit = "nights",
        };

    static PublishedFigure Active(int year, int published) =>
        new($"Inappropriate out of area placements at the end of August {year}", Formula.Value, [EndOfAugust(year)], published, NearestFive, Source)
        {
            Unit = "placements",
        };

    static FigureRow Summer(int year) => new("K04", new Month(year, 8), "R3", "inappropriate", "EOE");

    static FigureRow EndOfAugust(int year) => new("K01", new Month(year, 8), "M", "inappropriate", "EOE");
}
