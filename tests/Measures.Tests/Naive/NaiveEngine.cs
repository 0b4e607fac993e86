using Homeward.Columns;
using Homeward.Measures.Tests.Told;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>
/// kpis.md computed the slow way, to hold the engine against: plain queries over the rows as told, sharing nothing with it but the
/// reference data.
/// </summary>
sealed class NaiveEngine(ReferenceData reference, IReadOnlyList<MonthTold> months, IReadOnlyList<JudgedSubmission> judged, Month period)
{
    readonly List<NaiveContribution> contributions = [];

    public Dictionary<FigureKey, double> Figures()
    {
        foreach (var window in Windows())
        {
            var tally = new NaiveTally(contributions, window);
            var records = new NaiveWindowRecords(reference, months, window);
            var later = new NaiveWindowRecords(reference, months, window with { Last = window.Last + 2 });
            new NaiveMeasures(tally).Count(records);
            new NaiveReturns(tally, records, later).Count();
            new NaiveMoney(tally, records, months, reference).Count();
            if (window.Name != "SB")
            {
                new NaiveBeds(tally, records).Count();
                new NaiveServices(tally, records, judged, reference).Count();
            }

            if (window.Name == "M")
            {
                new NaiveReviews(tally, records, later, new(reference, months, window with { First = window.First - 1, Last = window.Last + 2 })).Count();
            }
        }

        return new NaiveRows(reference, period, [.. Windows()]).Of(contributions);
    }

    IEnumerable<NaiveWindow> Windows()
    {
        yield return new("M", period, period);
        yield return new("R3", period - 2, period);
        yield return new("R12", period - 11, period);
        yield return new("FY", new(period.Number >= 4 ? period.Year : period.Year - 1, 4), period);
        foreach (var collaborative in reference.Collaboratives)
        {
            if (collaborative.BaselineTo < period)
            {
                yield return new("SB", collaborative.BaselineTo.Value + 1, period, collaborative.Code);
            }
        }
    }
}
