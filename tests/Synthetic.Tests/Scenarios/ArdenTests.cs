using Homeward.Synthetic.Figures;
using Homeward.Synthetic.Scenarios.Arden;
using Homeward.Synthetic.Tests.Naive;

namespace Homeward.Synthetic.Tests.Scenarios;

public class ArdenTests
{
    static readonly HashSet<string> LocalSites = ["RYG01", "RYG02", "NXE01"];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Submissions_ReadTheLongWayRound_GiveThePublishedFigures(int seed)
    {
        var months = Regions.Current("arden", seed);

        foreach (var figure in ArdenScenario.Scenario.Figures)
        {
            var judgement = figure.Judge(row => Computed(months, row));
            Assert.True(judgement.Equal, $"{figure.Name}: published {figure.Published}, computed {judgement.Computed}");
        }
    }

    [Fact]
    public void ShareOfSpendThatIsLocal_AfterThreeYears_HasGrownPastHalf()
    {
        var last = new FigureRow("K23", ArdenStory.Last, "FY", "pct_local", "ARDEN");

        Assert.True(Computed(Regions.Current("arden"), last) > 55);
    }

    static double Computed(IReadOnlyList<NaiveMonth> months, FigureRow row) => row.Measure switch
    {
        "K22" => (double)NaiveMoney.Saving(
            months, ArdenStory.First, ArdenStory.BaselineTo + 1, row.Period, payment => row.PrimaryLevel is null || payment["OrgIDComm"] == row.PrimaryLevel),
        "K23" => LocalShare(months, row),
        "K19" => BroughtBack(months, row),
        "K01" => Active(months, row).Count,
        _ => Reviewed(months, row),
    };

    static double LocalShare(IReadOnlyList<NaiveMonth> months, FigureRow row)
    {
        decimal Spent(Func<NaiveRow, bool> counts) => NaiveMoney.Spent(months, row.Period - 11, row.Period, counts);
        return (double)(100 * Spent(payment => payment["Category"] == "COMM" || LocalSites.Contains(payment["SiteIDPayee"])) / Spent(payment => payment["Category"] != "REINVEST"));
    }

    // Ended as brought back, or a step from far away to a local bed on the same day.
    static int BroughtBack(IReadOnlyList<NaiveMonth> months, FigureRow row)
    {
        var window = months.Where(month => month.Period > ArdenStory.BaselineTo && month.Period <= row.Period).ToList();
        var homes = ArdenWorld.Commissioners.Select(home => home.Icb).ToHashSet();
        var returned = NaiveStay.In(window, _ => null, homes).Where(stay => stay.EndReason is "REP" or "RPC").Select(stay => stay.Person);
        var stepped = NaiveJourney.Of(NaiveStay.In(window, _ => null, homes)).SelectMany(journey => journey.Stays.Zip(journey.Stays.Skip(1)))
            .Where(step => !LocalSites.Contains(step.First.Site) && LocalSites.Contains(step.Second.Site))
            .Select(step => step.First.Person);
        var listed = window.SelectMany(month => month["oaps"].Where(oap => oap["EndReason"] is "REP" or "RPC")
            .Select(oap => month["patients"].Single(patient => patient["LocalPatientID"] == oap["LocalPatientID"])["NHSNumber"]));
        return returned.Concat(stepped).Concat(listed).Distinct().Count();
    }

    static List<NaiveRow> Active(IReadOnlyList<NaiveMonth> months, FigureRow row) =>
        [.. months.Where(month => month.Period == row.Period).SelectMany(month => month["oaps"]).Where(oap => oap["EndDateOAP"] == "")];

    static int Reviewed(IReadOnlyList<NaiveMonth> months, FigureRow row)
    {
        var reviewed = months.Where(month => month.Period == row.Period).SelectMany(month => month["reviews"]).Select(review => review["OAPID"]).ToHashSet();
        return Active(months, row).Count(oap => reviewed.Contains(oap["OAPID"]) || oap.Date("StartDateOAP") > row.Period.LastDay.AddDays(-10));
    }
}
