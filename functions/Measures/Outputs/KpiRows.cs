using Homeward.Measures.Catalogue;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Outputs;

/// <summary>Turns what was counted into rows, as kpis.md §3 "Rows" has them.</summary>
sealed class KpiRows(Totals tally, IReadOnlyList<Window> windows)
{
    readonly List<KpiRow> rows = [];

    /// <summary>All rows, in no order.</summary>
    public static List<KpiRow> All(Totals tally, IReadOnlyList<Window> windows, CancellationToken cancel)
    {
        var splits = MeasureCatalogue.InKpi.SelectMany(measure => measure.Splits, (measure, split) => (measure, split)).ToArray();
        var made = new List<KpiRow>[splits.Length];
        Parallel.For(0, splits.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel }, i =>
            made[i] = new KpiRows(tally, windows).Of(splits[i].measure, splits[i].split));
        return [.. made.SelectMany(rows => rows)];
    }

    List<KpiRow> Of(Measure measure, Split split)
    {
        for (var scope = 0; scope < measure.Scopes; scope++)
        {
            Of(measure, split, (Scope)scope);
        }

        return rows;
    }

    void Of(Measure measure, Split split, Scope scope)
    {
        foreach (var lens in Enum.GetValues<Lens>().Where(lens => measure.Has(lens) && split.Has(lens)))
        {
            for (var collaborative = 0; collaborative <= tally.Programme; collaborative++)
            {
                for (var window = 0; window < WindowNames.Count; window++)
                {
                    if (split.Figure != Figure.Quantile && Exists(split, window, collaborative))
                    {
                        Of(measure, split, scope, lens, collaborative, window);
                    }
                }
            }

            if (split.Figure == Figure.Quantile)
            {
                Quantiles(measure, split, lens);
            }
        }
    }

    void Quantiles(Measure measure, Split split, Lens lens)
    {
        for (var window = 0; window < WindowNames.Count; window++)
        {
            foreach (var (collaborative, cell, value) in tally.Values(split.Series, window, lens)?.Quantiles(split.Quantile, tally.Programme) ?? [])
            {
                var sum = tally[split.Series, window, lens, collaborative][cell];
                rows.Add(new(measure, split, Scope.All, window, lens, collaborative, cell, split.Scale * value / split.Per, null, sum.Numerator, sum.People));
            }
        }
    }

    bool Exists(Split split, int window, int collaborative) =>
        ((int)split.Windows >> window & 1) != 0
        && windows.Any(w => w.Index == window && (collaborative == tally.Programme || w.IsFor(collaborative)));

    void Of(Measure measure, Split split, Scope scope, Lens lens, int collaborative, int window)
    {
        var sums = tally[split.Series + (int)scope, window, lens, collaborative];
        var cells = measure.Flows && scope == Scope.All ? tally.Layout.Count : tally.Layout.RouteStart;
        foreach (var cell in sums.Cells)
        {
            if (cell < cells && split.Has(tally.Layout[cell].Breakdown))
            {
                var sum = sums[cell];
                Of(new(measure, split, scope, window, lens, collaborative, cell, 0, sum.Numerator, null, sum.People), sum.Denominator);
            }
        }
    }

    /// <param name="row">Its value is still to be set; its numerator is what was counted.</param>
    void Of(KpiRow row, long denominator)
    {
        if (row.Split.Figure == Figure.Ratio)
        {
            if (denominator != 0)
            {
                var numerator = row.Numerator!.Value / row.Split.Per;
                rows.Add(row with { Value = row.Split.Scale * numerator / denominator, Numerator = numerator, Denominator = denominator });
            }
        }
        else if ((row.Cell == 0 && row.Split.Unit != Unit.Gbp) || row.Numerator != 0)
        {
            var value = row.Split.Scale * row.Numerator!.Value / row.Split.Per;
            rows.Add(row with { Value = value, Numerator = value });
        }
    }
}
