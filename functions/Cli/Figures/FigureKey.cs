namespace Homeward.Cli.Figures;

/// <summary>What a figure is of, in every period.</summary>
readonly record struct FigureKey(
    string? Window, string? Collaborative, string? Lens, string? Breakdown, string? Primary, string? Secondary, string? Measure, string? Split, string? Scope)
{
    public static FigureKey Of(KpiFile file, int row) => new(
        file.Text("window", row),
        file.Text("collaborative", row),
        file.Text("lens", row),
        file.Text("breakdown", row),
        file.Text("primary_level", row),
        file.Text("secondary_level", row),
        file.Text("measure_id", row),
        file.Text("split", row),
        file.Text("scope", row));
}
