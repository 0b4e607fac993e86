using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Homeward.App.Telemetry;

/// <summary>One readable line of what was measured since the one before, for a terminal; none where nothing was.</summary>
sealed partial class MetricLines(ILogger log) : BaseExporter<Metric>
{
    /// <summary>Of rules there may be dozens: those counted most.</summary>
    const int MostTags = 5;

    const string Prefix = Measured.MeterName + ".";

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var said = new List<string>();
        foreach (var metric in batch)
        {
            var points = new List<(string Tag, MetricPoint Point)>();
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                points.Add((Tags(point), point));
            }

            if (points.Count > 0)
            {
                said.Add($"{Name(metric)} {Values(metric.MetricType, points)}");
            }
        }

        if (said.Count > 0)
        {
            Measures(log, string.Join("; ", said));
        }

        return ExportResult.Success;
    }

    static string Name(Metric metric) =>
        metric.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? metric.Name[Prefix.Length..].Replace('.', ' ') : metric.Name;

    static string Values(MetricType type, List<(string Tag, MetricPoint Point)> points) => type switch
    {
        MetricType.LongSum => Most([.. points.Select(point => (point.Tag, Value: (double)point.Point.GetSumLong()))]),
        MetricType.DoubleGauge => string.Join(", ", points.Select(point => Text($"{point.Tag} {point.Point.GetGaugeLastValueDouble():0.##}"))),
        MetricType.Histogram => string.Join(", ", points.Select(point => Spread(point.Point))),
        _ => throw new InvalidOperationException($"A metric of type {type} has no words yet."),
    };

    static string Most(List<(string Tag, double Value)> sums)
    {
        var most = sums.OrderByDescending(sum => sum.Value).ThenBy(sum => sum.Tag, StringComparer.Ordinal).Take(MostTags).Select(sum => Text($"{sum.Tag} {sum.Value:N0}").TrimStart());
        return string.Join(", ", most) + (sums.Count > MostTags ? Text($", {sums.Count - MostTags} more") : "");
    }

    static string Spread(MetricPoint point)
    {
        var (count, sum) = (point.GetHistogramCount(), point.GetHistogramSum());
        var longest = point.TryGetHistogramMinMaxValues(out _, out var max) && count > 1 ? Text($", at most {max:0.00} s") : "";
        return Text($"{count} × {sum / count:0.00} s{longest}");
    }

    static string Tags(in MetricPoint point)
    {
        var values = new List<string>();
        foreach (var tag in point.Tags)
        {
            values.Add(string.Create(CultureInfo.InvariantCulture, $"{tag.Value}"));
        }

        return string.Join(' ', values);
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Information, "Measured: {Measures}")]
    static partial void Measures(ILogger logger, string measures);
}
