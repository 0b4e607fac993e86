using Homeward.Synthetic.Figures;
using Homeward.Synthetic.Scenarios.EastOfEngland;
using Homeward.Synthetic.Tests.Naive;

namespace Homeward.Synthetic.Tests.Scenarios;

public class EastOfEnglandTests
{
    static readonly HashSet<string> Members = ["RWR", "R1L", "RMY", "RT1", "RWK", "RY3", "NXF", "NXM"];
    static readonly HashSet<string> Homes = [.. EastOfEnglandWorld.Region.Select(home => home.Icb)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(2025)]
    public void Submissions_ReadTheLongWayRound_GiveThePublishedFigures(int seed)
    {
        var scenario = EastOfEnglandScenario.Scenario;
        var months = Regions.Current(scenario.Name, seed);

        foreach (var figure in scenario.Figures)
        {
            var judgement = figure.Judge(row => Computed(months, row, InTheCollaborative));
            Assert.True(judgement.Equal, $"{figure.Name}: published {figure.Published}, computed {judgement.Computed}");
        }
    }

    [Fact]
    public void Submissions_CountingMembersBedsOnly_MissThePublishedFigures()
    {
        var scenario = EastOfEnglandScenario.Scenario;
        var months = Regions.Current(scenario.Name, 1);

        Assert.All(scenario.Figures, figure => Assert.False(figure.Judge(row => Computed(months, row, p => !p.FromSender)).Equal, figure.Name));
    }

    [Fact]
    public void Figures_OfTheSource_AreReachedByRoundingNotByLuck()
    {
        var scenario = EastOfEnglandScenario.Scenario;
        var months = Regions.Current(scenario.Name, 1);

        Assert.All(
            scenario.Figures.Where(figure => figure.Formula == Formula.Value),
            figure => Assert.NotEqual(figure.Published, figure.Judge(row => Computed(months, row, InTheCollaborative)).Computed));
    }

    static double? Computed(IReadOnlyList<NaiveMonth> months, FigureRow row, Func<NaivePlacement, bool> counts)
    {
        var from = row.Window == "R3" ? row.Period - 2 : row.Period;
        var practices = EastOfEnglandWorld.Region.Concat(EastOfEnglandWorld.Outside)
            .SelectMany(home => home.Practices.Select(practice => (practice, home.Icb))).ToDictionary();
        var placements = NaivePlacement.In(months, from, row.Period, practices.GetValueOrDefault)
            .Where(placement => placement.Reason == "10" && counts(placement));
        return row.Measure == "K04"
            ? placements.Sum(placement => placement.NightsIn(from.FirstDay, row.Period.LastDay))
            : placements.Count(placement => placement.ActiveAt(row.Period.LastDay));
    }

    static bool InTheCollaborative(NaivePlacement placement)
    {
        var ofChildren = placement.BedCode.Length == 3 ? placement.BedCode[0] == '3' : string.CompareOrdinal(placement.BedCode, "23") >= 0;
        var mine = placement.Sender is not null && Members.Contains(placement.Sender);
        return ofChildren && (mine || (placement.Home is not null && Homes.Contains(placement.Home)));
    }
}
