using System.Text.Json.Serialization;
using Homeward.Columns;

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
    /// <summary>The published figure for England of the same measure, window and period; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? England { get; init; }

    public static IEnumerable<KpiRow> Of(KpiFile file, IReadOnlyDictionary<string, string?> wanted) => file.Rows(wanted).Select(row => new KpiRow(
        file.Date("reporting_period_end", row) is { } end ? Month.Of(end).ToString() : "",
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
