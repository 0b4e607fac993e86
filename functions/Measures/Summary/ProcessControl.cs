using Homeward.Columns;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Outputs;
using Homeward.Measures.Time;

namespace Homeward.Measures.Summary;

/// <summary>Statistical process control over the monthly series (kpis.md §5).</summary>
static class ProcessControl
{
    sealed record Row(Month Period, FigureKey Key, double? Value, ProcessLimits? Limits, SpecialCause Cause, string? Assessment);

    /// <param name="totalsOnly">Process limits exist at collaborative and programme level only.</param>
    public static Table Of(FigureSeries series, bool totalsOnly)
    {
        var rows = series.Keys()
            .Where(key => series.Window(key) == WindowNames.Of(Windows.Month))
            .Where(key => !totalsOnly || series.Breakdown(key) is "Collaborative" or "Programme")
            .SelectMany(key => Rows(series, key))
            .ToArray();
        var columns = new RowColumns<Row>(rows);
        FigureColumns.Add(columns, series, row => row.Key, row => row.Period);
        return columns
            .Double("measure_value", row => row.Value)
            .Double("mean", row => row.Limits?.Mean)
            .Double("lower_limit", row => row.Limits?.Lower)
            .Double("upper_limit", row => row.Limits?.Upper)
            .Flag("special_cause", row => row.Cause != SpecialCause.None)
            .Flag("outside_limits", row => row.Cause.HasFlag(SpecialCause.Outside))
            .Flag("shift", row => row.Cause.HasFlag(SpecialCause.Shift))
            .Flag("trend", row => row.Cause.HasFlag(SpecialCause.Trend))
            .Flag("two_of_three", row => row.Cause.HasFlag(SpecialCause.OuterThird))
            .Text("assessment", row => row.Assessment)
            .Flag("suppressed", row => row.Value is null)
            .Table("spc");
    }

    static IEnumerable<Row> Rows(FigureSeries series, FigureKey key)
    {
        var measure = series.Definition(key).Measure;
        var points = Points(series, key).ToArray();
        var limits = ProcessLimits.Of([.. points.Where(p => p.Value is not null).Select(p => p.Value!.Value)]);
        var known = 0;
        foreach (var (period, value) in points)
        {
            if (value is null || limits is null)
            {
                yield return new(period, key, value, value is null ? null : limits, SpecialCause.None, null);
                known += value is null ? 0 : 1;
                continue;
            }

            var cause = limits.Causes[known];
            yield return new(period, key, value, limits, cause, Assess(measure, cause, limits.High[known]));
            known++;
        }
    }

    /// <summary>A count without a row is 0; a share without one is no point.</summary>
    static IEnumerable<(Month Period, double? Value)> Points(FigureSeries series, FigureKey key)
    {
        foreach (var period in series.Periods)
        {
            if (series.Of(period.Period).TryGetValue(key, out var value))
            {
                yield return (period.Period, value);
            }
            else if (series.CountsFromZero(key))
            {
                yield return (period.Period, 0);
            }
        }
    }

    static string Assess(Measure measure, SpecialCause cause, bool high) => cause == SpecialCause.None
        ? "common cause"
        : measure.Polarity switch
        {
            Polarity.Neutral => "special cause",
            Polarity.HigherIsBetter => high ? "improvement" : "concern",
            _ => high ? "concern" : "improvement",
        };
}
