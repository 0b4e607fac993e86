using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Faults;

/// <summary>A resubmission comes while the first is being judged, at several moments of it; the clean run gets the same uploads one after the other.</summary>
public sealed class ResubmissionRaceTests(CleanRun clean) : FaultTest(clean)
{
    static readonly (int Milliseconds, string Provider, Month Month)[] Races =
    [
        (0, "RWR", CleanRun.August + 1), (15, "RYK", CleanRun.August + 1), (60, "RWR", CleanRun.August + 2), (150, "RYK", CleanRun.August + 2),
    ];

    [Fact]
    public async Task Resubmission_RacesTheFirst_IsWhatCountsInTheEnd()
    {
        foreach (var (milliseconds, provider, month) in Races)
        {
            var (first, second) = Uploads(provider, month);
            await App.Land(first);
            var judging = CleanRun.Ok(App.Landed(first));
            await Task.Delay(milliseconds);

            // Storage tells the time in seconds; of two uploads within one, the greater name counts.
            await App.Land(second);
            await Task.WhenAll(judging, CleanRun.Ok(App.Landed(second)));
            Assert.Equal("second", (await CurrentSubmissions.Of(App.Deployment.Ledger, provider, month))?.Upload);
        }

        await Settle(App);
    }

    protected override async Task AssertClean()
    {
        var raced = await LakeSnapshot.Of(App.Deployment, maskTimes: false);
        await Clean.Wipe();
        foreach (var upload in CleanRun.Uploads.Concat(Races.SelectMany(race => new[] { Uploads(race.Provider, race.Month).First, Uploads(race.Provider, race.Month).Second })))
        {
            await CleanRun.Ok(App.Landed(upload));
        }

        await Settle(App);
        var inOrder = await LakeSnapshot.Of(App.Deployment, maskTimes: false);
        foreach (var (_, provider, month) in Races)
        {
            await foreach (var entry in App.Deployment.Store.List(LakeFolder.Of(Zone.Landing, provider, month.ToString())))
            {
                await App.Deployment.Store.Delete(entry.Path!.Value);
            }
        }

        SmallWorld.AssertSame(inOrder, raced);
    }

    static (SmallUpload First, SmallUpload Second) Uploads(string provider, Month month) => (
        new(provider, month, "first", CleanRun.Monday.AddMonths(6), people: 3, placed: 1),
        new(provider, month, "second", CleanRun.Monday.AddMonths(6), people: 5, placed: 2));
}
