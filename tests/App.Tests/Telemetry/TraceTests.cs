using Homeward.App.Tests.Running;
using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.App.Tests.Telemetry;

[Collection(AzuriteTests.Name)]
public sealed class TraceTests(AzuriteFixture azurite) : IDisposable
{
    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Submission_Judged_IsOneTraceWithASpanPerStep()
    {
        await using var app = await RunningApp.Start(azurite.Account(), world);
        await app.Land(new SmallUpload("RWR", new Month(2025, 8), "first", new DateTime(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc)));
        await app.Invoke("SweepLanding");
        var line = Assert.Single(app.Log.All, logged => logged.Contains("submission RWR-2025-08-first Published", StringComparison.Ordinal));
        Assert.All(new[] { "judge ", "write ", "commit ", "copy " }, step => Assert.Contains(step, line, StringComparison.Ordinal));
        var period = Assert.Single(app.Log.All, logged => logged.Contains("period 2025-08 ", StringComparison.Ordinal));
        Assert.All(new[] { "compute ", "publish " }, step => Assert.Contains(step, period, StringComparison.Ordinal));
    }
}
