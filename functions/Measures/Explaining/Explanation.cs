using Homeward.Columns;
using Homeward.Measures.Catalogue;

namespace Homeward.Measures.Explaining;

/// <summary>A row of a submission that a figure looked at.</summary>
/// <param name="Table">Table of the specification that it is from.</param>
/// <param name="Key">With its provider's prefix; null where the row has none.</param>
/// <param name="Month">Month whose submission carries it; null where it is of no submission.</param>
/// <param name="Person">Person id; null where no person stands behind it.</param>
public sealed record ExplainedRow(
    string Table, string? Key, string? Provider, Month? Month, string? Person, DateOnly? Start, DateOnly? End);

/// <summary>A row that makes up the figure.</summary>
/// <param name="Numerator">What it adds to the numerator; of a quantile, its value.</param>
/// <param name="Denominator">What it adds to the denominator.</param>
public sealed record CountedRow(ExplainedRow Row, double Numerator, double Denominator);

/// <summary>A row that the figure looked at and does not count.</summary>
/// <param name="Rule">Why, in a sentence.</param>
public sealed record LeftOutRow(ExplainedRow Row, string Rule);

/// <summary>How a figure came about.</summary>
/// <param name="Value">Null where there is no row: nothing counted, or a denominator of 0.</param>
/// <param name="Denominator">Null where the figure has none.</param>
/// <param name="Submissions">Ids of the submissions that the window reads.</param>
public sealed record Explanation(
    Measure Measure,
    Split Split,
    ExplainQuery Query,
    double? Value,
    double? Numerator,
    double? Denominator,
    IReadOnlyList<CountedRow> Counted,
    IReadOnlyList<LeftOutRow> LeftOut,
    IReadOnlyList<string> Submissions);
