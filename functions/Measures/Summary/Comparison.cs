using Homeward.Columns;
using Homeward.Measures.Catalogue;
using Homeward.Measures.Outputs;
using Homeward.Measures.Time;
using Homeward.Reference;

namespace Homeward.Measures.Summary;

/// <summary>Every figure against its baseline (kpis.md §5).</summary>
static class Comparison
{
    readonly record struct Figured(double? Value);

    sealed record Row(Month Period, FigureKey Key, double? Current, double? Baseline, Month? BaselinePeriod, string? Source);

    /// <param name="exact">Every figure is there: a count without a row is 0. Published, it may be one that is not told.</param>
    public static Table Of(FigureSeries series, ReferenceData reference, bool exact)
    {
        var rows = new List<Row>();
        foreach (var period in series.Periods.Select(p => p.Period))
        {
            foreach (var key in Keys(series, reference, period, exact))
            {
                if (Value(series, period, key, exact) is { } current && Find(series, reference, period, key, exact) is { } baseline)
                {
                    rows.Add(new(period, key, current.Value, baseline.Value, baseline.Period, baseline.Source));
                }
            }
        }

        return Table(series, [.. rows.OrderBy(r => r.Period).ThenBy(r => r.Key, Comparer<FigureKey>.Create(series.Compare))]);
    }

    /// <summary>The period's figures, and those that only its baseline has.</summary>
    static IEnumerable<FigureKey> Keys(FigureSeries series, ReferenceData reference, Month period, bool exact)
    {
        var months = exact ? reference.Collaboratives.Where(c => c.BaselineTo is not null).Select(c => MonthOf(c, period)).Distinct() : [];
        return months.SelectMany(month => series.Of(month).Keys).Concat(series.Of(period).Keys).Distinct();
    }

    /// <summary>Null where there is no figure; its value is null where it is suppressed.</summary>
    static Figured? Value(FigureSeries series, Month month, FigureKey key, bool exact) =>
        series.Of(month).TryGetValue(key, out var value) ? new(value)
        : exact && series.Has(month) && series.CountsFromZero(key) ? new(0)
        : null;

    static (double? Value, Month? Period, string Source)? Find(FigureSeries series, ReferenceData reference, Month period, FigureKey key, bool exact)
    {
        if (series.Window(key) == WindowNames.Of(Windows.SinceBaseline) || BaselineOf(series, reference, key) is not { } collaborative
            || period <= collaborative.BaselineTo)
        {
            return null;
        }

        if (Stated(series, collaborative, key) is { } stated)
        {
            return (stated.Value, null, $"stated: {stated.Source}");
        }

        return collaborative.BaselineTo is not null && MonthOf(collaborative, period) is var month && Value(series, month, key, exact) is { } value
            ? (value.Value, month, "computed")
            : null;
    }

    /// <summary>The collaborative whose baseline holds; of the programme, where all of them have the same.</summary>
    static Collaborative? BaselineOf(FigureSeries series, ReferenceData reference, FigureKey key)
    {
        if (series.Collaboratives.TryGetValue(series.Collaborative(key), out var own))
        {
            return own;
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
