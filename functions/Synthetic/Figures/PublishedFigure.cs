namespace Homeward.Synthetic.Figures;

/// <summary>A figure that a source published about a collaborative, and how the same figure is read from computed rows.</summary>
/// <param name="Name">For a person: what is counted, and when.</param>
/// <param name="Published">The source's value.</param>
/// <param name="Source">Who published it.</param>
public sealed record PublishedFigure(
    string Name, Formula Formula, IReadOnlyList<FigureRow> Rows, double Published, Equality Equality, string Source)
{
    public string Unit { get; init; } = "";

    /// <summary>The source's own words, where they differ from <see cref="Published"/>: shown beside it. Null where they do not.</summary>
    public string? AsPrinted { get; init; }

    /// <param name="value">The value of a row; null where there is none.</param>
    public Judgement Judge(Func<FigureRow, double?> value)
    {
        var computed = Compute([.. Rows.Select(value)]);
        return new(this, computed, computed is { } figure && Equality.Holds(Published, figure));
    }

    double? Compute(double?[] values) => Formula switch
    {
        Formula.Value => values[0],
        Formula.Sum => values.Sum(),
        Formula.Count => values.Count(value => value > 0),
        Formula.ChangePercent => Change(values[0], values[1]),
        Formula.PercentOf => values[1] is null or 0 ? null : 100 * values[0] / values[1],
        _ => Rank(values),
    };

    static double? Rank(double?[] values)
    {
        var changes = values.Chunk(2).Select(pair => Change(pair[0], pair[1])).ToArray();
        return changes.Contains(null) ? null : 1 + changes.Count(change => change < changes[0]);
    }

    static double? Change(double? before, double? after) => before is null or 0 ? null : 100 * (after - before) / before;
}

/// <param name="Computed">Null where a row is missing.</param>
public sealed record Judgement(PublishedFigure Figure, double? Computed, bool Equal);
