namespace Homeward.Measures.Explaining;

/// <summary>Which figure to explain: a row of <c>restricted/kpi</c>, by its own columns.</summary>
/// <param name="Split">Null: the measure's first.</param>
/// <param name="Collaborative">Its code, or <c>ALL</c> for the programme.</param>
/// <param name="Lens">Null: the measure's headline.</param>
/// <param name="Breakdown">Null, <c>Collaborative</c> or <c>Programme</c>: the total.</param>
public sealed record ExplainQuery(
    string Measure,
    string? Split = null,
    string Scope = "all",
    string Window = "M",
    string Collaborative = "ALL",
    string? Lens = null,
    string? Breakdown = null,
    string? Primary = null,
    string? Secondary = null);
