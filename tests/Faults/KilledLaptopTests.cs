using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Homeward.App.Tests.Running;
using Homeward.App.Tests.Security;
using Homeward.Columns;
using Homeward.Lake.Azure;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Faults;

/// <summary>The app on a laptop, or the emulator that it started, is killed: what was answered 202 is there when it starts again.</summary>
public sealed class KilledLaptopTests : IDisposable
{
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task App_KilledRightAfterItAcceptedUploads_PublishesThemAfterTheNextStart()
    {
        SmallUpload[] uploads = [new("RWR", new Month(2025, 8), "first", Monday, people: 3, placed: 1), new("RYK", new Month(2025, 8), "first", Monday, people: 2)];
        using (var killed = await AppProcess.StartAlone(world.At("data"), world.ReferenceFolder))
        {
            foreach (var upload in uploads)
            {
                using var zip = new ByteArrayContent(ZipOf.Upload(upload));
                using var accepted = await killed.Http.PostAsync(new Uri($"api/submissions/2025-08?upload=first&provider={upload.Provider}", UriKind.Relative), zip);
                Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
            }

            await killed.Kill();
        }

        using (var again = await AppProcess.StartAlone(world.At("data"), world.ReferenceFolder))
        {
            await RunningApp.Until(async () => await Published(again) == uploads.Length, "both are published");
            await again.Stop();
        }

        await AssertAsTheCleanRun(uploads);
    }

    [Fact]
    public async Task Emulator_IsKilled_IsStartedAgainUntilItDiesTooOften()
    {
        using var app = await AppProcess.StartAlone(world.At("data"), world.ReferenceFolder);
        for (var death = 1; death <= 3; death++)
        {
            await KillEmulator();
            await RunningApp.Until(() => Task.FromResult(app.Said.Count(line => line == "The storage emulator runs again.") == death), "the emulator runs again");
        }

        // What it had saved is there, and the app works with it: the reference data answers.
        using var zip = new ByteArrayContent(ZipOf.Upload(new SmallUpload("RWR", new Month(2025, 8), "first", Monday)));
        using var accepted = await app.Http.PostAsync(new Uri("api/submissions/2025-08?provider=RWR", UriKind.Relative), zip);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        await RunningApp.Until(async () => await Published(app) == 1, "it is published");

        await KillEmulator();
        await RunningApp.Until(() => Task.FromResult(app.Said.Any(line => line.Contains("is not started again", StringComparison.Ordinal))), "it says that it gives up");
        await app.Stop();
    }

    /// <summary>Curated, marts, feedback and ledger are, byte for byte, what an app makes of the same landing that nobody kills.</summary>
    async Task AssertAsTheCleanRun(IEnumerable<SmallUpload> uploads)
    {
        await using var emulator = await Azurite.Start(Azurite.Find(AppContext.BaseDirectory)!, world.At("data"));
        await using var app = await RunningApp.Start(emulator.ConnectionString, world);
        await FaultTest.Settle(app);
        var killed = await LakeSnapshot.Of(app.Deployment, maskTimes: true);
        await LakeSnapshot.Wipe(app.Deployment, app.Storage);
        foreach (var upload in uploads)
        {
            await CleanRun.Ok(app.Landed(upload));
        }

        await FaultTest.Settle(app);
        SmallWorld.AssertSame(await LakeSnapshot.Of(app.Deployment, maskTimes: true), killed);
    }

    async Task KillEmulator()
    {
        var id = (await File.ReadAllTextAsync(world.At("data", "emulator.txt"))).Split(' ')[0];
        using var emulator = System.Diagnostics.Process.GetProcessById(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
        emulator.Kill();
        await emulator.WaitForExitAsync();
    }

    static async Task<int> Published(AppProcess app)
    {
        var health = await app.Http.GetFromJsonAsync<JsonElement>("api/health");
        return health.GetProperty("submissions").TryGetProperty("published", out var published)
            && health.GetProperty("periodsBehind").GetArrayLength() == 0 ? published.GetInt32() : 0;
    }
}
