using Homeward.Columns;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Outputs;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Summary;

/// <summary>Every figure against its baseline (kpis.md §5).</summary>
static class Comparison
{
    sealed record Row(Month Period, FigureKey Key, double? Current, double? Baseline, Month? BaselinePeriod, string? Source);

    public static Table Of(FigureSeries series, ReferenceData reference)
    {
        var rows = new List<Row>();
        foreach (var period in series.Periods)
        {
            foreach (var (key, current) in series.Of(period.Period))
            {
                if (Find(series, reference, period.Period, key) is { } baseline)
                {
                    rows.Add(new(period.Period, key, current, baseline.Value, baseline.Period, baseline.Source));
                }
            }
        }

        return Table(series, [.. rows.OrderBy(r => r.Period).ThenBy(r => r.Key, Comparer<FigureKey>.Create(series.Compare))]);
    }

    static (double? Value, Month? Period, string Source)? Find(FigureSeries series, ReferenceData reference, Month period, FigureKey key)
    {
        if (series.Window(key) == WindowNames.Of(Windows.SinceBaseline) || BaselineOf(series, reference, key) is not { } collaborative)
        {
            return null;
        }

        if (Stated(series, collaborative, key) is { } stated)
        {
            return (stated.Value, null, $"stated: {stated.Source}");
        }

        var month = MonthOf(collaborative, period);
        return period > collaborative.BaselineTo && series.Of(month).TryGetValue(key, out var value) ? (value, month, "computed") : null;
    }

    /// <summary>The collaborative whose baseline holds; of the programme, where all of them have the same.</summary>
    static Collaborative? BaselineOf(FigureSeries series, ReferenceData reference, FigureKey key)
    {
        if (series.Collaboratives.TryGetValue(series.Collaborative(key), out var own))
        {
            return own.BaselineTo is null ? null : own;
        }

        var spans = reference.Collaboratives.Select(c => (c.BaselineFrom, c.BaselineTo)).Distinct().ToArray();
        return spans.Length == 1 && spans[0].BaselineTo is not null ? reference.Collaboratives[0] with { Baselines = [] } : null;
    }

    /// <summary>The baseline's latest month of the period's name; where it has none, its last.</summary>
    static Month MonthOf(Collaborative collaborative, Month period)
    {
        var last = collaborative.BaselineTo!.Value;
        var same = last - (last.Number - period.Number + 12) % 12;
        return collaborative.BaselineFrom is { } first && same < first ? last : same;
    }

    /// <summary>
    /// A value that the deployment states is of a collaborative or of one of its service lines. What adds up over time is stated for
    /// twelve months; what is measured at a moment, for the month; a share, mean or median for any window.
    /// </summary>
    static StatedBaseline? Stated(FigureSeries series, Collaborative collaborative, FigureKey key)
    {
        var line = series.Breakdown(key) switch { "Collaborative" => null, "Service Line" => series.Primary(key), _ => "" };
        var stated = collaborative.Baselines.FirstOrDefault(b =>
            b.Measure == series.Measure(key) && b.Split == series.Split(key) && b.Line?.ToString() == line);
        var split = series.Definition(key).Split;
        var window = split.Figure is Figure.Ratio or Figure.Quantile ? series.Window(key)
            : WindowNames.Of(split.Windows == Windows.Month ? Windows.Month : Windows.RollingTwelve);
        return stated is not null && series.Scope(key) == "all" && series.Lens(key) == HeadlineLens(series, key) && series.Window(key) == window ? stated : null;
    }

    static string HeadlineLens(FigureSeries series, FigureKey key) => series.Definition(key).Measure.Looks == Looks.Beds ? "beds" : "people";

    static Table Table(FigureSeries series, Row[] rows)
    {
        var columns = new RowColumns<Row>(rows);
        FigureColumns.Add(columns, series, row => row.Key, row => row.Period);
        return columns
            .Double("current", row => row.Current)
            .Double("baseline", row => row.Baseline)
            .Double("change", row => row.Current - row.Baseline)
            .Double("change_pct", row => row.Baseline is null or 0 ? null : 100 * (row.Current - row.Baseline) / row.Baseline)
            .Text("baseline_period", row => row.BaselinePeriod?.ToString())
            .Text("baseline_source", row => row.Source)
            .Flag("suppressed", row => row.Current is null || row.Baseline is null)
            .Table("comparison");
    }
}
