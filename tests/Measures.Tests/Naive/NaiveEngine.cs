using Homeward.Columns;
using Homeward.Measures.Tests.Told;
using Homeward.Reference;

namespace Homeward.Measures.Tests.Naive;

/// <summary>
/// kpis.md computed the slow way, to hold the engine against: plain queries over the rows as told, sharing nothing with it but the
/// reference data.
/// </summary>
sealed class NaiveEngine(ReferenceData reference, IReadOnlyList<MonthTold> months, Month period)
{
    readonly List<NaiveContribution> contributions = [];

    public Dictionary<FigureKey, double> Figures()
    {
        var measures = new NaiveMeasures(contributions);
        foreach (var window in Windows())
        {
            measures.Count(new(reference, months, window), window);
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
