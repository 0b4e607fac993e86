namespace Homeward.Faults;

/// <summary>The app is killed again and again, and the storage goes on.</summary>
public sealed class KilledAppTests(CleanRun clean) : FaultTest(clean)
{
    protected override bool ClocksDiffer => true;

    [Fact]
    public async Task App_KilledAgainAndAgain_EndsAsTheCleanRun()
    {
        // Fewer kills than park a submission, at moments from its first steps to its last.
        foreach (var milliseconds in new[] { 150, 400, 800, 1400 })
        {
            using var app = await AppProcess.Start(Clean.Account, Clean.ReferenceFolder);
            await Task.Delay(milliseconds);
            await app.Kill();
        }

        using (await AppProcess.Start(Clean.Account, Clean.ReferenceFolder))
        {
            await CleanRun.Quiet(App);
        }

        await CleanRun.Ok(App.Invoke("SweepLanding"));
    }
}
