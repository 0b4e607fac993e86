using Homeward.Measures.Catalogue;
using Homeward.Measures.Suppression;

namespace Homeward.Measures.Quality;

/// <summary>K26 as marts show it (kpis.md §4).</summary>
/// <remarks>
/// A total is the sum of its providers' figures, and the states of a field add up to the rows of its table. Nobody publishes how many those are, but a
/// reader may know: so every field is protected by itself, as if they were told. A provider has the same figures below every collaborative
/// and the programme: they are one cell.
/// </remarks>
sealed class QualityPublication
{
    readonly record struct Key(int Collaborative, string? Provider, Split Split);

    readonly IntervalProblem problem = new();
    readonly Dictionary<Key, (int Cell, int Share)> told = [];

    public static Publication Of(IReadOnlyList<QualityRow> rows, bool exactTotals)
    {
        var values = rows.Select(row => FirstStep.Publish(row.Figure, exactTotals && row.Of is null)).ToArray();
        var leftOut = new bool[values.Length];
        var fields = Enumerable.Range(0, values.Length)
            .GroupBy(row => (rows[row].Table, rows[row].Field, Alone: rows[row].Field is null ? rows[row].Split : null));
        foreach (var field in fields)
        {
            new QualityPublication().Protect([.. field.Select(row => (row, rows[row]))], exactTotals, values, leftOut);
        }

        return new(values, leftOut);
    }

    void Protect((int At, QualityRow Row)[] rows, bool exactTotals, double?[] values, bool[] leftOut)
    {
        foreach (var (at, row) in rows)
        {
            AddCell(row, values[at], exactTotals);
        }

        AddStates([.. rows.Select(row => row.Row).Where(row => row.Field is not null).DistinctBy(KeyOf)]);
        AddTotals([.. rows.Select(row => row.Row).Where(row => row.Collaborative != QualityRow.NoCollaborative)]);
        Protection.Of(problem);
        foreach (var (at, row) in rows)
        {
            var (cell, share) = told[KeyOf(row)];
            var shown = problem[cell].IsShown && (share < 0 || problem.Tells(share));
            (values[at], leftOut[at]) = (shown ? values[at] : null, problem[cell].Told == Disclosure.LeftOut);
        }
    }

    /// <summary>Of a share, the cell is the numerator: it is not told itself, only narrowed by the share.</summary>
    void AddCell(QualityRow row, double? value, bool exactTotals)
    {
        var (figure, key) = (row.Figure, KeyOf(row));
        if (told.ContainsKey(key))
        {
            return;
        }

        if (exactTotals && row.Of is null)
        {
            told[key] = (problem.Exact(figure.Numerator!.Value), -1);
        }
        else if (figure.Denominator is not { } read)
        {
            var shown = value is { } rounded ? FirstStep.Interval(rounded, money: false) : ((double, double)?)null;
            told[key] = (problem.Cell(figure.Value, row.Of is null ? 0 : 1, shown), -1);
        }
        else
        {
            var cell = problem.Cell(figure.Numerator!.Value, 0, value is null ? null : (0, double.PositiveInfinity));
            told[key] = (cell, value is not { } share ? -1
                : problem.Tell(new(cell, problem.Exact(read), Math.Max(0, share - 0.5) / row.Split.Scale, (share + 0.5) / row.Split.Scale, [cell])));
        }
    }

    void AddStates(QualityRow[] cells)
    {
        foreach (var field in cells.GroupBy(row => KeyOf(row) with { Split = DataQuality.Values[0] }))
        {
            problem.Sum(problem.Exact(field.Sum(row => row.Figure.Value)), field.Select(row => told[KeyOf(row)].Cell));
        }
    }

    void AddTotals(QualityRow[] rows)
    {
        foreach (var sum in rows.GroupBy(row => new Key(row.Collaborative, null, row.Split)))
        {
            problem.Sum(told[sum.Key].Cell, sum.Where(row => row.Of is not null).Select(row => told[KeyOf(row)].Cell));
        }
    }

    static Key KeyOf(QualityRow row) => new(row.Of is null ? row.Collaborative : QualityRow.NoCollaborative, row.Of?.Provider, row.Split);
}
