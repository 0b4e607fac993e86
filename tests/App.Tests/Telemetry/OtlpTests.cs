using Homeward.App.Tests.Running;
using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Telemetry;

/// <summary>What operators get where a collector is configured.</summary>
[Collection(AzuriteTests.Name)]
public sealed class OtlpTests(AzuriteFixture azurite) : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Export_CollectorConfigured_OneTracePerSubmissionAndEveryMetric()
    {
        await using var collector = await Collector.Start();
        await using (var app = (await RunningApp.Start(azurite.Account(), world, settings: new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        })).WithTriggers())
        {
            await app.Land(new SmallUpload("RWR", August, "first", Monday).Change("patients.csv", "P1,,07,1990-01-02,SG1 1AA", "P1,9434765919,01,1951-03-04,SG1 1AA"));
            await app.Land(new SmallUpload("RYK", August, "broken", Monday).Without("beds.csv"));
            await RunningApp.Until(() => app.HasFigures(August), "the figures of August are there");
            await RunningApp.Until(async () => await app.Deployment.Ledger.Submissions().CountAsync(found => found.Row.Settled) == 2, "both are judged");
            await RunningApp.Until(() => Task.FromResult(app.Log.All.Any(line => line.Contains("2025-08 run ", StringComparison.Ordinal))), "August's computation has ended");
        }

        // Traces are sent at the latest when the app ends, which is now.
        var spans = collector.Spans;
        var accepted = Assert.Single(spans, span => span.Tags.GetValueOrDefault("homeward.id") == "RWR-2025-08-first" && span.Tags.ContainsKey("homeward.state"));
        Assert.Equal(("submission", "", "Published"), (accepted.Name, accepted.Parent, accepted.Tags["homeward.state"]));
        Assert.Equal(["commit", "copy", "judge", "write"], spans.Where(span => span.Parent == accepted.Id && span.Trace == accepted.Trace).Select(span => span.Name).Order(StringComparer.Ordinal));
        var rejected = Assert.Single(spans, span => span.Tags.GetValueOrDefault("homeward.id") == "RYK-2025-08-broken" && span.Tags.ContainsKey("homeward.state"));
        Assert.NotEqual(accepted.Trace, rejected.Trace);
        Assert.Contains(spans, span => span.Name == "period" && span.Tags["homeward.id"] == "2025-08");

        Assert.Superset(
            new HashSet<string>
            {
                "homeward.submissions", "homeward.rows", "homeward.findings", "homeward.submission.duration", "homeward.compute.duration", "homeward.queue.age", "homeward.coverage",
            },
            collector.Metrics);
        Assert.All(new[] { "9434765919", "SG1 1AA", "1951-03-04" }, personal => Assert.DoesNotContain(personal, collector.Everything, StringComparison.Ordinal));
        Assert.Contains("homeward", collector.Everything, StringComparison.Ordinal);
    }
}
