using Homeward.Columns;
using Homeward.Measures.Worklist;

namespace Homeward.Measures.Summary;

/// <summary>Makes the files that span periods (kpis.md §5 and §6) from what the periods' runs made.</summary>
public static class RegionSummary
{
    /// <summary>Comparison, process control, dimensions and the newest period's worklists. The same input gives the same rows in the same order.</summary>
    /// <remarks>
    /// Every file replaces the one at its path. A worklist below <c>casework/worklist/</c> that is not among them is of a sender that left:
    /// it is to be removed. Of each period it reads <c>marts/kpi</c> and <c>restricted/kpi</c>, of the newest <c>restricted/worklist</c> too.
    /// </remarks>
    public static IReadOnlyList<MartFile> Compute(SummaryInput input, CancellationToken cancel = default)
    {
        var periods = input.Periods.OrderBy(p => p.Period).ToArray();
        var published = new FigureSeries(periods, "marts/kpi", input.Reference);
        var exact = new FigureSeries(periods, "restricted/kpi", input.Reference);
        cancel.ThrowIfCancellationRequested();
        return
        [
            new("marts/comparison.parquet", Comparison.Of(published, input.Reference, exact: false)),
            new("restricted/comparison.parquet", Comparison.Of(exact, input.Reference, exact: true)),
            new("marts/spc.parquet", ProcessControl.Of(published, totalsOnly: true)),
            new("restricted/spc.parquet", ProcessControl.Of(exact, totalsOnly: false)),
            .. Dimensions.Of(input, published),
            .. periods.Length == 0 ? [] : WorklistFiles.Of(Newest(periods[^1]), periods[^1].Period, input.Reference),
        ];
    }

    static Table Newest(ComputedPeriod period) =>
        period.Read($"restricted/worklist/period={period.Period}/data.parquet", WorklistTable.Columns);
}
