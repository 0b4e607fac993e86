using Homeward.Measures.Months;
using Homeward.Measures.Outputs;
using Homeward.Measures.Time;

namespace Homeward.Measures.Quality;

/// <summary><c>restricted/data_quality</c> and <c>marts/data_quality</c>: K26 of the month, exact and as published.</summary>
static class QualityFile
{
    public static IReadOnlyList<MartFile> Of(RunInput input, ProviderMonths months, IReadOnlyList<Window> windows)
    {
        var rows = QualityFigures.Of(input);
        var published = QualityPublication.Of(rows, input.Reference.Settings.ExactTotals);
        var coverage = new Coverage(months, input.Reference.Collaboratives, windows);
        List<(QualityRow Row, double? Value)> exact = [.. rows.Select(row => (row, (double?)row.Figure.Value))];
        List<(QualityRow Row, double? Value)> told = [.. rows.Select((row, i) => (row, published.Values[i])).Where((_, i) => !published.LeftOut[i])];
        var figures = Columns(input, exact, coverage)
            .Double("numerator", row => row.Row.Figure.Numerator)
            .Double("denominator", row => row.Row.Figure.Denominator);
        return
        [
            new($"restricted/data_quality/period={input.Period}/data.parquet", figures.Table("data_quality")),
            new($"marts/data_quality/period={input.Period}/data.parquet", Columns(input, told, coverage).Table("data_quality")),
        ];
    }

    static RowColumns<(QualityRow Row, double? Value)> Columns(RunInput input, List<(QualityRow Row, double? Value)> rows, Coverage coverage)
    {
        var collaboratives = input.Reference.Collaboratives;
        return new RowColumns<(QualityRow Row, double? Value)>(rows)
            .Day("reporting_period_start", _ => input.Period.Start)
            .Day("reporting_period_end", _ => input.Period.End)
            .Text("collaborative", row => Code(row.Row))
            .Text("breakdown", row => row.Row.Of is not null ? "Provider" : row.Row.Collaborative == collaboratives.Count ? "Programme" : "Collaborative")
            .Text("provider", row => row.Row.Of?.Provider)
            .Text("provider_name", row => row.Row.Of is { } of ? input.Reference.Organisation(of.Provider, input.Period.LastDay)?.Name ?? of.Provider : null)
            .Text("table_name", row => row.Row.Table)
            .Text("field", row => row.Row.Field)
            .Text("measure_id", row => row.Row.Figure.Measure.Id)
            .Text("split", row => row.Row.Split.Name)
            .Double("measure_value", row => row.Value)
            .Text("unit", row => row.Row.Split.Unit.ToString().ToLowerInvariant())
            .Flag("suppressed", row => row.Value is null)
            .Double("coverage", row => CoverageOf(row.Row))
            .Constant("status", KpiTable.Status(input))
            .Text("submission_id", row => row.Row.Of?.SubmissionId)
            .Constant("run_id", input.RunId);

        string Code(QualityRow row) => row.Collaborative == QualityRow.NoCollaborative ? "NONE"
            : row.Collaborative == collaboratives.Count ? KpiTable.Programme : collaboratives[row.Collaborative].Code;

        double? CoverageOf(QualityRow row) => row.Collaborative == QualityRow.NoCollaborative ? null
            : row.Of is { } of ? coverage.Of(of.Provider, row.Collaborative, row.Figure.Window, 0) : coverage.Of(row.Collaborative, row.Figure.Window, 0);
    }
}
