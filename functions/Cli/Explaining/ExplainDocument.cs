using System.Globalization;
using Homeward.Columns;
using Homeward.Measures.Explaining;

namespace Homeward.Cli.Explaining;

/// <summary>An explanation as JSON, with every row.</summary>
static class ExplainDocument
{
    public static object Of(Month period, Explanation told) => new
    {
        period = period.ToString(),
        measureId = told.Measure.Id,
        measureName = told.Measure.Name,
        description = told.Measure.Description,
        formula = told.Measure.Formula,
        split = told.Split.Name,
        scope = told.Query.Scope,
        window = told.Query.Window,
        collaborative = told.Query.Collaborative,
        lens = told.Query.Lens,
        breakdown = told.Query.Breakdown,
        primaryLevel = told.Query.Primary,
        secondaryLevel = told.Query.Secondary,
        unit = told.Split.Unit,
        value = told.Value,
        numerator = told.Numerator,
        denominator = told.Denominator,
        counted = told.Counted.Select(row => new { row = Row(row.Row), row.Numerator, row.Denominator }),
        leftOut = told.LeftOut.Select(row => new { row = Row(row.Row), row.Rule }),
        submissions = told.Submissions,
    };

    /// <summary>Which figure it is, in a line.</summary>
    public static string Of(ExplainQuery query, Explanation told) => string.Join(", ", new[]
    {
        $"split {told.Split.Name}", $"window {query.Window}", query.Collaborative, query.Lens, $"scope {query.Scope}",
        query.Breakdown is null ? null : $"{query.Breakdown} {query.Primary}{(query.Secondary is null ? "" : $"; {query.Secondary}")}",
    }.OfType<string>());

    static object Row(ExplainedRow row) => new
    {
        row.Table,
        row.Key,
        row.Provider,
        month = row.Month?.ToString(),
        row.Person,
        start = row.Start?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        end = row.End?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
