namespace Homeward.Cli.Figures;

/// <summary>A series in one line of characters, lowest to highest of its own values.</summary>
static class Sparkline
{
    const string Blocks = "▁▂▃▄▅▆▇█";
    const string Plain = "_.-:=+*#";

    /// <param name="points">A point that is suppressed is not a number; one without a figure is null.</param>
    /// <param name="unicode">False for a terminal that has no block characters.</param>
    public static string Of(IReadOnlyList<double?> points, bool unicode)
    {
        var known = points.Where(point => point is { } value && !double.IsNaN(value)).Select(point => point!.Value).ToList();
        var (low, span) = known.Count == 0 ? (0, 0) : (known.Min(), known.Max() - known.Min());
        var steps = unicode ? Blocks : Plain;
        return string.Concat(points.Select(point => point switch
        {
            null => ' ',
            double.NaN => '?',
            { } value when span == 0 => steps[value == 0 ? 0 : steps.Length / 2],
            { } value => steps[(int)Math.Min(steps.Length - 1, (value - low) / span * steps.Length)],
        }));
    }
}
