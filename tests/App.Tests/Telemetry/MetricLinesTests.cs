using System.Diagnostics.Metrics;
using Homeward.App.Telemetry;
using Homeward.App.Tests.Running;
using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Homeward.App.Tests.Telemetry;

/// <summary>What operators get in a terminal, where no collector is configured.</summary>
[Collection(AzuriteTests.Name)]
public sealed class MetricLinesTests(AzuriteFixture azurite) : IDisposable
{
    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public void Export_EachInterval_IsOneLineOfWhatChanged()
    {
        using var log = new LogLines();
        using var meter = new Meter("Homeward.Lines.Test");
        var judged = meter.CreateCounter<long>("homeward.submissions");
        var findings = meter.CreateCounter<long>("homeward.findings");
        var took = meter.CreateHistogram<double>("homeward.compute.duration", "s");
        var coverage = meter.CreateGauge<double>("homeward.coverage");
        using var lines = new MetricLines(log.CreateLogger("Homeward"));
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name)
            .AddReader(new PeriodicExportingMetricReader(lines, Timeout.Infinite) { TemporalityPreference = MetricReaderTemporalityPreference.Delta })
            .Build();

        judged.Add(2, new KeyValuePair<string, object?>("verdict", "Published"));
        judged.Add(1, new KeyValuePair<string, object?>("verdict", "Rejected"));
        for (var rule = 1; rule <= 7; rule++)
        {
            findings.Add(rule * 1000, new KeyValuePair<string, object?>("rule", $"GEN00{rule}"));
        }

        took.Record(0.5);
        took.Record(1.5);
        coverage.Record(0.75, new KeyValuePair<string, object?>("period", "2025-08"));
        provider.ForceFlush();
        Assert.Equal(
            "Information Homeward Measured: submissions Published 2, Rejected 1; findings GEN007 7,000, GEN006 6,000, GEN005 5,000, GEN004 4,000, GEN003 3,000, 2 more; "
                + "compute duration 2 × 1.00 s, at most 1.50 s; coverage 2025-08 0.75 ",
            Assert.Single(log.All));

        provider.ForceFlush();
        Assert.Single(log.All);
        judged.Add(1, new KeyValuePair<string, object?>("verdict", "Unchanged"));
        provider.ForceFlush();
        Assert.Equal("Information Homeward Measured: submissions Unchanged 1 ", log.All.Last());
    }

    [Fact]
    public async Task App_Ends_SaysWhatWasMeasured()
    {
        LogLines log;
        await using (var app = await RunningApp.Start(azurite.Account(), world))
        {
            log = app.Log;
            await app.Land(new SmallUpload("RWR", new Month(2025, 8), "first", new DateTime(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc)));
            await app.Landed(new SmallUpload("RWR", new Month(2025, 8), "first", default));
            await app.Invoke("SweepLanding");
        }

        var said = string.Join('\n', log.All.Where(line => line.Contains("Measured: ", StringComparison.Ordinal)));
        Assert.All(
            new[] { "submissions Published ", "rows ", "submission duration ", "compute duration ", "coverage 2025-08 0.5" },
            measured => Assert.Contains(measured, said, StringComparison.Ordinal));
    }
}
