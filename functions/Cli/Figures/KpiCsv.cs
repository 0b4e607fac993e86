using System.Globalization;

namespace Homeward.Cli.Figures;

/// <summary>Figures as CSV, for machines: the columns never depend on what the figures are.</summary>
static class KpiCsv
{
    /// <param name="exact">With numerator and denominator.</param>
    public static void Write(TextWriter to, IEnumerable<KpiRow> rows, bool exact)
    {
        to.WriteLine("period,window,collaborative,lens,breakdown,primary_level,primary_level_description,secondary_level,secondary_level_description,"
            + $"measure_id,measure_name,split,scope,measure_value,{(exact ? "numerator,denominator," : "")}unit,suppressed,coverage,status,"
            + "baseline,change,change_pct,baseline_period,mean,lower_limit,upper_limit,assessment,england");
        foreach (var row in rows)
        {
            string?[] made = exact ? [Number(row.Numerator), Number(row.Denominator)] : [];
            string?[] cells =
            [
                row.Period, row.Window, row.Collaborative, row.Lens, row.Breakdown,
                row.PrimaryLevel, row.PrimaryLevelDescription, row.SecondaryLevel, row.SecondaryLevelDescription,
                row.MeasureId, row.MeasureName, row.Split, row.Scope, Number(row.Value), .. made,
                row.Unit, row.Suppressed ? "true" : "false", Number(row.Coverage), row.Status,
                Number(row.Baseline), Number(row.Change), Number(row.ChangePct), row.BaselinePeriod,
                Number(row.Mean), Number(row.LowerLimit), Number(row.UpperLimit), row.Assessment, Number(row.England),
            ];
            to.WriteLine(string.Join(',', cells.Select(Quoted)));
        }
    }

    static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    static string Quoted(string? cell) =>
        cell is null ? "" : cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
