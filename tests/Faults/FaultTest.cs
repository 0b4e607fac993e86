using Homeward.App.Tests.Running;

namespace Homeward.Faults;

/// <summary>
/// Whatever a test does, it begins with nothing but what was uploaded, somebody reads all the time and never sees half a file, and in
/// the end curated, marts, feedback and ledger are the clean run's bytes. No test has to ask for it, so none can forget it.
/// </summary>
[Collection(CleanRunTests.Name)]
public abstract class FaultTest(CleanRun clean) : IAsyncLifetime
{
    RunningApp observer = null!;
    Reader reader = null!;

    protected CleanRun Clean => clean;

    /// <summary>An app that works only when it is asked to.</summary>
    internal RunningApp App => observer;

    /// <summary>Processes with clocks of their own write into an answer when it was finished: that is left out.</summary>
    protected virtual bool ClocksDiffer => false;

    public async Task InitializeAsync()
    {
        await clean.Wipe();
        observer = await clean.Start();
        reader = Reader.Start(observer.Deployment);
    }

    public async Task DisposeAsync()
    {
        await reader.DisposeAsync();
        await AssertClean();
        await observer.DisposeAsync();
    }

    protected virtual Task AssertClean() => clean.AssertSame(observer.Deployment, ClocksDiffer);

    /// <summary>What the timers would do in time: nothing is behind any more.</summary>
    internal static async Task Settle(RunningApp app)
    {
        await CleanRun.Ok(app.Invoke("SweepLanding"));
        await CleanRun.Ok(app.Invoke("SweepLanding"));
    }
}
