using Homeward.Measures.Catalogue;
using Homeward.Measures.Tallying;
using Homeward.Measures.Time;

namespace Homeward.Measures.Outputs;

/// <summary>Turns what was counted into rows, as kpis.md §3 "Rows" has them.</summary>
sealed class KpiRows(Tally tally, IReadOnlyList<Window> windows)
{
    readonly List<KpiRow> rows = [];

    /// <summary>All rows, in no order.</summary>
    public List<KpiRow> All()
    {
        foreach (var measure in MeasureCatalogue.All)
        {
            foreach (var split in measure.Splits)
            {
                for (var scope = 0; scope < measure.Scopes; scope++)
                {
                    Of(measure, split, (Scope)scope);
                }
            }
        }

        return rows;
    }

    void Of(Measure measure, Split split, Scope scope)
    {
        foreach (var lens in Lenses(measure, split))
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
            foreach (var ((collaborative, cell), value) in tally.Values(split.Series, window, lens)?.Quantiles(split.Quantile, tally.Programme) ?? [])
            {
                var block = tally[split.Series, window, lens, collaborative]!;
                var (count, people) = (block.Numerators[cell], block.People[cell]);
                rows.Add(new(measure, split, Scope.All, window, lens, collaborative, cell, split.Scale * value, null, count, people));
            }
        }
    }

    static IEnumerable<Lens> Lenses(Measure measure, Split split)
    {
        if (measure.Looks != Looks.Beds && split.Only != Looks.Beds)
        {
            yield return Lens.People;
        }

        if (measure.Looks != Looks.People && split.Only != Looks.People)
        {
            yield return Lens.Beds;
        }
    }

    bool Exists(Split split, int window, int collaborative) =>
        ((int)split.Windows >> window & 1) != 0
        && windows.Any(w => w.Index == window && (collaborative == tally.Programme || w.IsFor(collaborative)));

    void Of(Measure measure, Split split, Scope scope, Lens lens, int collaborative, int window)
    {
        var block = tally[split.Series + (int)scope, window, lens, collaborative];
        var flows = measure.Flows && scope == Scope.All;
        for (var cell = 0; cell < (block is null ? 1 : flows ? tally.Layout.Count : tally.Layout.RouteStart); cell++)
        {
            var numerator = block?.Numerators[cell] ?? 0;
            var people = block?.People[cell] ?? 0;
            if (split.Figure == Figure.Ratio)
            {
                var denominator = block?.Denominators[cell] ?? 0;
                if (denominator != 0)
                {
                    var value = split.Scale * numerator / denominator;
                    rows.Add(new(measure, split, scope, window, lens, collaborative, cell, value, numerator, denominator, people));
                }
            }
            else if (cell == 0 || numerator != 0)
            {
                var value = split.Scale * numerator;
                rows.Add(new(measure, split, scope, window, lens, collaborative, cell, value, value, null, people));
            }
        }
    }
}
