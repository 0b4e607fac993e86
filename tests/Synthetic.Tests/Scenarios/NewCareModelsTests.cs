using Homeward.Synthetic.Figures;
using Homeward.Synthetic.Scenarios.NewCareModels;
using Homeward.Synthetic.Tests.Naive;

namespace Homeward.Synthetic.Tests.Scenarios;

public class NewCareModelsTests
{
    static readonly HashSet<string> Areas = [.. NewCareModelsWorld.Sites.Select(site => site.Home.Icb)];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Submissions_ReadTheLongWayRound_GiveThePublishedFigures(int seed)
    {
        var months = Regions.Current("new-care-models", seed);

        foreach (var figure in NewCareModelsScenario.Scenario.Figures)
        {
            var judgement = figure.Judge(row => Computed(months, row));
            Assert.True(judgement.Equal, $"{figure.Name}: published {figure.Published}, computed {judgement.Computed}");
        }
    }

    static double? Computed(IReadOnlyList<NaiveMonth> months, FigureRow row)
    {
        var first = row.Window == "FY" ? row.Period.FinancialYearStart : row.Period;
        var window = months.Where(month => first <= month.Period && month.Period <= row.Period).ToList();
        var practices = NewCareModelsWorld.Landscape.Homes.SelectMany(home => home.Practices.Select(practice => (practice, home.Icb))).ToDictionary();
        var stays = NaiveStay.In(window, practices.GetValueOrDefault, NewCareModelsWorld.Landscape.Homes.Select(home => home.Icb).ToHashSet())
            .Where(stay => Areas.Contains(stay.Home!) && (row.PrimaryLevel is null || stay.Line == row.PrimaryLevel)).ToList();
        return row.Measure switch
        {
            "K22" => (double)NaiveMoney.Saving(months, NewCareModelsStory.First, first, row.Period, _ => true),
            "K19" => BroughtBack(window, stays),
            "K15" => NaiveJourney.Of(stays).Where(journey => first.FirstDay <= journey.End && journey.End <= row.Period.LastDay).Average(journey => journey.Nights),
            "K08" => Median([.. stays.Where(stay => stay.OpenAt(row.Period.LastDay)).Select(Kilometres).OfType<double>().Order()]),
            _ => stays.Count(stay => stay.OpenAt(row.Period.LastDay) && NewCareModelsWorld.Sites.Single(site => site.Home.Icb == stay.Home).Code == row.Collaborative),
        };
    }

    static int BroughtBack(List<NaiveMonth> window, List<NaiveStay> stays)
    {
        var listed = window.SelectMany(month => month["oaps"].Where(oap => oap["EndReason"] is "REP" or "RPC")
            .Select(oap => month["patients"].Single(patient => patient["LocalPatientID"] == oap["LocalPatientID"])["NHSNumber"]));
        var stepped = NaiveJourney.Of(stays).SelectMany(journey => journey.Stays.Zip(journey.Stays.Skip(1)))
            .Where(step => !Local(step.First) && Local(step.Second)).Select(step => step.First.Person);
        return listed.Concat(stepped).Distinct().Count();
    }

    static bool Local(NaiveStay stay) => NewCareModelsWorld.Sites.Any(site => site.Home.Icb == stay.Home && stay.Site == site.Home.LocalProvider + "01");

    // The hospital's own postcode says nothing about a home.
    static double? Kilometres(NaiveStay stay)
    {
        var home = NewCareModelsWorld.Landscape.Homes.SelectMany(area => area.Places).FirstOrDefault(place => place.Postcode == stay.Postcode);
        var site = NewCareModelsWorld.Landscape.Sites.Single(site => site.Code == stay.Site);
        return home is null ? null : Math.Sqrt(Math.Pow(home.Easting - site.Easting, 2) + Math.Pow(home.Northing - site.Northing, 2)) / 1000;
    }

    static double Median(double[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
}
