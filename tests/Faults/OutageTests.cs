using Homeward.App.Tests.Running;
using Homeward.Lake.Ledger;

namespace Homeward.Faults;

/// <summary>Processes are killed and the storage goes away in the middle of everything.</summary>
[Collection(CleanRunTests.Name)]
public sealed class OutageTests(CleanRun clean) : IAsyncLifetime
{
    public Task InitializeAsync() => clean.Wipe();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task App_KilledAgainAndAgain_EndsAsTheCleanRun()
    {
        // Fewer kills than park a submission, at moments from its first steps to its last.
        foreach (var milliseconds in new[] { 150, 400, 800, 1400 })
        {
            using var app = await AppProcess.Start(clean.Account, clean.ReferenceFolder);
            await Task.Delay(milliseconds);
            await app.Kill();
        }

        await using var observer = await clean.Start();
        using (await AppProcess.Start(clean.Account, clean.ReferenceFolder))
        {
            await CleanRun.Quiet(observer);
        }

        await CleanRun.Ok(observer.Invoke("SweepLanding"));
        await clean.AssertSame(observer.Deployment, maskTimes: true);
    }

    [Fact]
    public async Task Storage_StopsAndStartsInTheMiddle_EndsAsTheCleanRun()
    {
        await using var app = (await clean.Start()).WithTriggers();
        await RunningApp.Until(async () => await app.Deployment.Ledger.Submissions().AnyAsync(found => found.Row.State == LedgerState.Published), "something is published");
        await clean.Emulator.Stop();
        await Task.Delay(1000);
        await clean.Emulator.Start();
        await CleanRun.Quiet(app);
        await CleanRun.Ok(app.Invoke("SweepLanding"));
        await clean.AssertSame(app.Deployment);
    }
}
