using Homeward.Measures.Catalogue;
using Homeward.Measures.Outputs;
using Homeward.Measures.Tallying;

namespace Homeward.Measures.Suppression;

/// <summary>The figures as marts show them: which value, which row without one, which row not at all.</summary>
/// <param name="Values">Per row; null where it is suppressed.</param>
/// <param name="LeftOut">Per row: it is not published.</param>
sealed record Publication(double?[] Values, bool[] LeftOut)
{
    /// <param name="rows">Of every table that is published together.</param>
    public static Publication Of(KpiRow[] rows, Layout layout, int programme, bool exactTotals, CancellationToken cancel)
    {
        var values = Array.ConvertAll(rows, row => FirstStep.Publish(row, exactTotals && row.Cell == 0));
        var leftOut = new bool[rows.Length];
        var open = Enumerable.Range(0, rows.Length)
            .Where(row => !rows[row].Measure.Open && (rows[row].Split.Figure is Figure.Sum or Figure.People || PublishedSums.OfShares.ContainsKey(rows[row].Split)))
            .ToArray();
        Parallel.ForEach(
            open.GroupBy(row => rows[row].Lens).ToArray(),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
            group => new PublishedTables(rows, layout, programme, exactTotals, [.. group]).Protect(values, leftOut));
        HideShares(rows, values, leftOut);
        return new(values, leftOut);
    }

    /// <summary>A share is not told where a figure that it is made of is not.</summary>
    static void HideShares(KpiRow[] rows, double?[] values, bool[] leftOut)
    {
        var hidden = Enumerable.Range(0, rows.Length)
            .Where(row => values[row] is null || leftOut[row])
            .Select(row => (rows[row].Split, Scope: rows[row].Scope, rows[row].Window, rows[row].Lens, rows[row].Collaborative, rows[row].Cell))
            .ToHashSet();
        for (var row = 0; row < rows.Length; row++)
        {
            var r = rows[row];
            if (values[row] is not null && PublishedSums.OfShares.TryGetValue(r.Split, out var share)
                && share.Parts.Any(part => hidden.Contains((part, r.Scope, r.Window, r.Lens, r.Collaborative, r.Cell))
                    || hidden.Contains((part, Scope.All, r.Window, r.Lens, r.Collaborative, r.Cell))))
            {
                values[row] = null;
            }
        }
    }
}
