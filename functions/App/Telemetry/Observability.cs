using Homeward.App.Deployments;
using Homeward.Pipeline;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Homeward.App.Telemetry;

/// <summary>Traces and metrics: to an OTLP collector where one is named, else readable lines in the log.</summary>
static class Observability
{
    public const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void Add(WebApplicationBuilder builder)
    {
        var toCollector = builder.Configuration[OtlpSetting] is { Length: > 0 } given
            && (Uri.TryCreate(given, UriKind.Absolute, out var collector) && collector.Scheme is "http" or "https"
                ? true
                : throw new SettingsException($"{OtlpSetting} is no address: expected one such as http://localhost:4317."));
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("homeward"))
            .WithTracing(tracing =>
            {
                tracing.AddSource(Steps.SourceName);
                _ = toCollector
                    ? tracing.AddOtlpExporter()
                    : tracing.AddProcessor(services => new TraceLines(services.GetRequiredService<ILoggerFactory>().CreateLogger("Homeward")));
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Measured.MeterName);
                if (toCollector)
                {
                    metrics.AddOtlpExporter();
                }
            });
    }
}
