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

    /// <summary>In milliseconds: how often a terminal is told what was measured.</summary>
    const int EveryMinute = 60_000;

    /// <summary>Has what was measured last told before the log closes.</summary>
    public static void FlushAtTheEnd(WebApplication app) =>
        app.Lifetime.ApplicationStopped.Register(() => app.Services.GetService<MeterProvider>()?.ForceFlush(1000));

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
                _ = toCollector
                    ? metrics.AddOtlpExporter()
                    : metrics.AddReader(services => new PeriodicExportingMetricReader(new MetricLines(services.GetRequiredService<ILoggerFactory>().CreateLogger("Homeward")), EveryMinute)
                    {
                        TemporalityPreference = MetricReaderTemporalityPreference.Delta,
                    });
            });
    }
}
