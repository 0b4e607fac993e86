using Homeward.App.Tests.Running;
using Homeward.Lake.Ledger;

namespace Homeward.Faults;

/// <summary>The storage goes away in the middle of everything.</summary>
public sealed class OutageTests(CleanRun clean) : FaultTest(clean)
{
    [Fact]
    public async Task Storage_StopsAndStartsInTheMiddle_EndsAsTheCleanRun()
    {
        await using var app = (await Clean.Start()).WithTriggers();
        await RunningApp.Until(async () => await app.Deployment.Ledger.Submissions().AnyAsync(found => found.Row.State == LedgerState.Published), "something is published");
        await Clean.Emulator.Stop();
        await Task.Delay(1000);
        await Clean.Emulator.Start();
        await CleanRun.Quiet(app);
        await CleanRun.Ok(app.Invoke("SweepLanding"));
    }
}
