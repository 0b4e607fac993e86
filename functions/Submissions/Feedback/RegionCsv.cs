using System.Globalization;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Rules;

namespace Homeward.Submissions.Feedback;

/// <summary><c>region.csv</c>: what only the whole region's submissions show, in the columns of <c>findings.csv</c>.</summary>
public static class RegionCsv
{
    /// <summary>Its name beside a month's uploads; no upload may be called so.</summary>
    public const string Name = "region.csv";

    /// <param name="findings">The key as the provider has it; a value of a coded, numeric or date field only.</param>
    public static byte[] Write(IEnumerable<(string Rule, string Table, int? Line, string? Key, string? Field, string? Value)> findings)
    {
        var csv = new SafeCsv();
        csv.Row(FindingsCsv.Columns);
        foreach (var (id, table, line, key, field, value) in findings)
        {
            var rule = RuleCatalogue.Find(id);
            var shown = value is null ? null : Shape.Masked(value);
            csv.Row(
                rule.Id,
                Words.Letter(rule.Severity),
                table,
                line?.ToString(CultureInfo.InvariantCulture),
                key is null ? null : Shape.MaskedKey(key),
                field,
                shown,
                MessageTemplate.Fill(rule.Message, field, shown, table + ".csv", ""));
        }

        return csv.ToBytes();
    }
}
