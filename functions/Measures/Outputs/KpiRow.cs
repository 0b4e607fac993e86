using Homeward.Measures.Catalogue;
using Homeward.Measures.Tallying;

namespace Homeward.Measures.Outputs;

/// <summary>One exact figure. Positions and numbers, not texts: a region has hundreds of thousands of them.</summary>
/// <param name="Window">Position among the window names.</param>
/// <param name="Collaborative">Position among the collaboratives; after the last, the programme.</param>
/// <param name="Cell">Cell of the layout.</param>
/// <param name="Numerator">Null where a figure has none, such as a median.</param>
/// <param name="Denominator">Null where a figure has none.</param>
/// <param name="People">How many people stand behind it.</param>
readonly record struct KpiRow(
    Measure Measure,
    Split Split,
    Scope Scope,
    int Window,
    Lens Lens,
    int Collaborative,
    int Cell,
    double Value,
    double? Numerator,
    double? Denominator,
    int People);
