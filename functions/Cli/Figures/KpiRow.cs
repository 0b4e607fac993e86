using System.Text.Json.Serialization;

namespace Homeward.Cli.Figures;

/// <summary>One figure of <c>kpi</c> (kpis.md §6); exact ones have what they were made of.</summary>
/// <param name="Period">The month that the window ends in.</param>
sealed record KpiRow(
    string Period,
    string? Window,
    string? Collaborative,
    string? Lens,
    string? Breakdown,
    string? PrimaryLevel,
    string? PrimaryLevelDescription,
    string? SecondaryLevel,
    string? SecondaryLevelDescription,
    string? MeasureId,
    string? MeasureName,
    string? Split,
    string? Scope,
    double? Value,
    double? Numerator,
    double? Denominator,
    string? Unit,
    bool Suppressed,
    double? Coverage,
    string? Status)
{
    /// <summary>What the change is counted from; null where there is no baseline, or the figure is suppressed.</summary>
    public double? Baseline { get; init; }

    public double? Change { get; init; }

    /// <summary>Percent of the baseline.</summary>
    public double? ChangePct { get; init; }

    /// <summary>The month that the baseline's window ends in; null where it is stated rather than computed.</summary>
    public string? BaselinePeriod { get; init; }

    /// <summary>Of the monthly series, with its natural process limits.</summary>
    public double? Mean { get; init; }

    public double? LowerLimit { get; init; }

    public double? UpperLimit { get; init; }

    /// <summary><c>common cause</c>, <c>special cause</c>, <c>improvement</c> or <c>concern</c>; null where there are no limits.</summary>
    public string? Assessment { get; init; }

    /// <summary>The published figure for England of the same measure, window and period; null where there is none.</summary>
    public double? England { get; init; }

    [JsonIgnore]
    public FigureKey Key => new(Window, Collaborative, Lens, Breakdown, PrimaryLevel, SecondaryLevel, MeasureId, Split, Scope);

    public static IEnumerable<KpiRow> Of(KpiFile file, IReadOnlyDictionary<string, string?> wanted) => file.Rows(wanted).Select(row => new KpiRow(
        file.Period(row),
        file.Text("window", row),
        file.Text("collaborative", row),
        file.Text("lens", row),
        file.Text("breakdown", row),
        file.Text("primary_level", row),
        file.Text("primary_level_description", row),
        file.Text("secondary_level", row),
        file.Text("secondary_level_description", row),
        file.Text("measure_id", row),
        file.Text("measure_name", row),
        file.Text("split", row),
        file.Text("scope", row),
        file.Number("measure_value", row),
        file.Number("numerator", row),
        file.Number("denominator", row),
        file.Text("unit", row),
        file.Flag("suppressed", row),
        file.Number("coverage", row),
        file.Text("status", row)));
}
