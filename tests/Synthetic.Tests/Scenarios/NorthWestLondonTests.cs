using Homeward.Synthetic.Figures;
using Homeward.Synthetic.Scenarios.NorthWestLondon;
using Homeward.Synthetic.Tests.Naive;

namespace Homeward.Synthetic.Tests.Scenarios;

public class NorthWestLondonTests
{
    static readonly HashSet<string> LocalSites = [.. NorthWestLondonWorld.Local.Select(ward => ward.Site.Code)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void Submissions_ReadTheLongWayRound_GiveThePublishedFigures(int seed)
    {
        var months = Regions.Current("north-west-london", seed);

        foreach (var figure in NorthWestLondonScenario.Scenario.Figures)
        {
            var judgement = figure.Judge(row => Computed(months, row, stay => stay.Home == "QRV"));
            Assert.True(judgement.Equal, $"{figure.Name}: published {figure.Published}, computed {judgement.Computed}");
        }
    }

    [Fact]
    public void Submissions_CountingMembersBedsOnly_MissThePublishedFigures()
    {
        var months = Regions.Current("north-west-london");
        var changes = NorthWestLondonScenario.Scenario.Figures.Where(figure => figure.Formula == Formula.ChangePercent);

        Assert.All(changes, figure => Assert.False(figure.Judge(row => Computed(months, row, stay => !stay.Key.Contains("|oap|"))).Equal, figure.Name));
    }

    static double? Computed(IReadOnlyList<NaiveMonth> months, FigureRow row, Func<NaiveStay, bool> counts)
    {
        var (from, to) = ((row.Period - 11).FirstDay, row.Period.LastDay);
        var window = months.Where(month => row.Period - 11 <= month.Period && month.Period <= row.Period).ToList();
        if (row.Measure == "K22")
            return Money(months, row);
        var homes = NorthWestLondonWorld.Outside.Append(NorthWestLondonWorld.Home).ToList();
        var practices = homes.SelectMany(home => home.Practices.Select(practice => (practice, home.Icb))).ToDictionary();
        var stays = NaiveStay.In(window, practices.GetValueOrDefault, homes.Select(home => home.Icb).ToHashSet()).Where(counts).ToList();
        return row.Measure switch
        {
            "K21" => stays.Where(stay => !LocalSites.Contains(stay.Site)).Sum(stay => stay.NightsIn(from, to)),
            "K10" => NaiveJourney.Of(stays).Count(journey => from <= journey.Start && journey.Start <= to),
            _ => NaiveJourney.Of(stays).Where(journey => from <= journey.End && journey.End <= to).Average(journey => journey.Nights),
        };
    }

    static double Money(IReadOnlyList<NaiveMonth> months, FigureRow row) => (double)(row.Split == "reinvested"
        ? NaiveMoney.Spent(months, row.Period - 11, row.Period, payment => payment["Category"] == "REINVEST")
        : NaiveMoney.Saving(months, NorthWestLondonStory.First, row.Period - 11, row.Period, _ => true));
}
