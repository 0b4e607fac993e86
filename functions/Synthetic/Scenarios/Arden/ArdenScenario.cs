using Homeward.Synthetic.Figures;
using Homeward.Synthetic.Scenarios.Common;

namespace Homeward.Synthetic.Scenarios.Arden;

/// <summary>Three commissioners bring people back: adult mental health first, later dementia and learning disability.</summary>
static class ArdenScenario
{
    const string Source = "Arden: repatriation of placements, three years";

    static readonly string[] Commissioners = ["05A", "05R", "05H"];

    public static Scenario Scenario { get; } = new(
        "arden",
        "Adult mental health, later dementia and learning disability; three commissioners; the review state of every placement",
        ArdenStory.First,
        ArdenStory.Last,
        [
            new(
                "Share of spend that is local, the year before",
                Formula.Value,
                [new FigureRow("K23", ArdenStory.BaselineTo, "FY", "pct_local", "ARDEN")],
                50,
                Equality.LessThan,
                Source) { Unit = "percent" },
            new("People brought back in three years", Formula.Value, [Since("K19", "people")], 100, Equality.MoreThan, Source) { Unit = "people" },
            new("Saved in three years", Formula.Value, [Since("K22", "saving")], 12_000_000, Equality.NearestTo(1_000_000), Source) { Unit = "gbp" },
            new(
                "Saved in three years, the three commissioners' added up",
                Formula.Sum,
                [.. Commissioners.Select(commissioner => Since("K22", "saving").At("Commissioner", commissioner))],
                12_000_000,
                Equality.NearestTo(1_000_000),
                Source) { Unit = "gbp" },
            new(
                "Placements whose review state is known, at the end",
                Formula.PercentOf,
                [
                    new FigureRow("K28", ArdenStory.Last, "M", "pct_reviewed", "ARDEN") { Column = FigureColumn.Denominator },
                    new FigureRow("K01", ArdenStory.Last, "M", "all", "ARDEN"),
                ],
                100,
                Equality.Exactly,
                Source) { Unit = "percent", AsPrinted = "the review state of every placement" },
        ],
        seed => ScenarioRegion.Of(ArdenWorld.Landscape, new ArdenStory(seed).Book, ArdenUploads.Story.Plans(new Random(seed + 1))));

    static FigureRow Since(string measure, string split) => new(measure, ArdenStory.Last, "SB", split, "ARDEN");
}
