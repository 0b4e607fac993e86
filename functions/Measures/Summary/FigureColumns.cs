using Homeward.Columns;
using Homeward.Measures.Outputs;

namespace Homeward.Measures.Summary;

/// <summary>The columns that say what a figure is of.</summary>
static class FigureColumns
{
    public static void Add<T>(RowColumns<T> columns, FigureSeries series, Func<T, FigureKey> key, Func<T, Month> period) => columns
        .Day("reporting_period_start", row => period(row).Start)
        .Day("reporting_period_end", row => period(row).End)
        .Text("window", row => series.Window(key(row)))
        .Text("collaborative", row => series.Collaborative(key(row)))
        .Text("lens", row => series.Lens(key(row)))
        .Text("breakdown", row => series.Breakdown(key(row)))
        .Text("primary_level", row => series.Primary(key(row)))
        .Text("primary_level_description", row => series.PrimaryDescription(key(row)))
        .Text("secondary_level", row => series.Secondary(key(row)))
        .Text("secondary_level_description", row => series.SecondaryDescription(key(row)))
        .Text("measure_id", row => series.Measure(key(row)))
        .Text("measure_name", row => series.Definition(key(row)).Measure.Name)
        .Text("split", row => series.Split(key(row)))
        .Text("scope", row => series.Scope(key(row)))
        .Text("unit", row => series.Definition(key(row)).Split.Unit.ToString().ToLowerInvariant());
}
