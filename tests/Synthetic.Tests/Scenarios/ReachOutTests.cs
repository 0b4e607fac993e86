using Homeward.Synthetic.Figures;
using Homeward.Synthetic.Scenarios.ReachOut;
using Homeward.Synthetic.Tests.Naive;

namespace Homeward.Synthetic.Tests.Scenarios;

public class ReachOutTests
{
    static readonly HashSet<string> Homes = [.. ReachOutWorld.Region.Select(home => home.Icb)];
    static readonly HashSet<string> LocalSites = [.. ReachOutWorld.Local.Select(ward => ward.Site.Code)];

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Submissions_ReadTheLongWayRound_GiveThePublishedFigures(int seed)
    {
        var months = Regions.Current("reach-out", seed);

        foreach (var figure in ReachOutScenario.Scenario.Figures)
        {
            var judgement = figure.Judge(row => Computed(months, row, stay => Homes.Contains(stay.Home!)));
            Assert.True(judgement.Equal, $"{figure.Name}: published {figure.Published}, computed {judgement.Computed}");
        }
    }

    [Fact]
    public void Submissions_CountingMembersBedsOnly_MissThePublishedFigures()
    {
        var months = Regions.Current("reach-out", 1);
        var submitters = months.Select(month => month.Provider).ToHashSet();

        var inpatients = ReachOutScenario.Scenario.Figures.Where(figure => figure.Formula == Formula.Value && figure.Rows[0].Measure != "K29");
        Assert.All(inpatients, figure => Assert.False(figure.Judge(row => Computed(months, row, stay => submitters.Contains(stay.Provider))).Equal, figure.Name));
    }

    static double? Computed(IReadOnlyList<NaiveMonth> months, FigureRow row, Func<NaiveStay, bool> counts)
    {
        var practices = ReachOutWorld.Region.Concat(ReachOutWorld.Outside)
            .SelectMany(home => home.Practices.Select(practice => (practice, home.Icb))).ToDictionary();
        var homes = ReachOutWorld.Region.Concat(ReachOutWorld.Outside).Select(home => home.Icb).ToHashSet();
        var period = months.Where(month => month.Period == row.Period).ToList();
        if (row.Measure == "K29")
            return period.Sum(month => month["community"].Count(care => care["EndDate"] == ""));
        return NaiveStay.In(period, practices.GetValueOrDefault, homes)
            .Where(stay => stay.OpenAt(row.Period.LastDay) && stay.Line == row.PrimaryLevel && counts(stay))
            .Where(stay => row.Measure == "K12" || !LocalSites.Contains(stay.Site))
            .Select(stay => stay.Person).Distinct().Count();
    }
}
