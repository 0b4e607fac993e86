using Homeward.Columns;

namespace Homeward.Synthetic.Figures;

public enum FigureColumn
{
    Value,
    Numerator,
    Denominator,
}

/// <summary>Names exactly one row of <c>restricted/kpi</c>, by the columns of kpis.md §6.</summary>
/// <param name="Measure">Catalogue id, such as K04.</param>
/// <param name="Period">The month that the window ends in.</param>
/// <param name="Window">M, R3, R12, FY or SB.</param>
/// <param name="Split">Such as <c>inappropriate</c>.</param>
/// <param name="Collaborative">Code, or <c>ALL</c> for the programme.</param>
public sealed record FigureRow(string Measure, Month Period, string Window, string Split, string Collaborative)
{
    public string Breakdown { get; init; } = "Collaborative";

    /// <summary>Null where the breakdown has one row only.</summary>
    public string? PrimaryLevel { get; init; }

    public string Scope { get; init; } = "all";

    /// <summary><c>people</c> or <c>beds</c>.</summary>
    public string Lens { get; init; } = "people";

    public FigureColumn Column { get; init; } = FigureColumn.Value;

    public FigureRow At(string breakdown, string level) => this with { Breakdown = breakdown, PrimaryLevel = level };

    public override string ToString() =>
        $"{Measure} {Split} {Window} {Period} {Collaborative} {Breakdown}{(PrimaryLevel is null ? "" : "=" + PrimaryLevel)} {Lens}/{Scope}";
}
