using Homeward.App.Deployments;
using Homeward.Pipeline.Ingest;
using Microsoft.Extensions.Time.Testing;

namespace Homeward.Faults;

/// <summary>Events repeat, overtake each other and meet several workers.</summary>
public sealed class RepeatedEventTests(CleanRun clean) : FaultTest(clean)
{
    [Fact]
    public async Task Events_TenTimesEachOutOfOrderAndAtOnce_EndAsTheCleanRun()
    {
        var random = new Random(6);
        var events = Enumerable.Range(0, 10).SelectMany(_ => CleanRun.Uploads).ToArray();
        random.Shuffle(events);
        await Parallel.ForEachAsync(events, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (upload, _) => await CleanRun.Ok(App.Landed(upload)));
        await Settle(App);
    }

    [Fact]
    public async Task Workers_TwoOfThemWithSkewedClocks_EndAsTheCleanRun()
    {
        await using var early = await Clean.Start(Named("early"), clock: new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(-1)));
        await using var late = await Clean.Start(Named("late"), clock: new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(1)));
        await Task.WhenAll(CleanRun.Uploads.Reverse().SelectMany(upload => new[] { CleanRun.Ok(early.Landed(upload)), CleanRun.Ok(late.Landed(upload)) }));
        await Task.WhenAll(new[] { CleanRun.August, CleanRun.July, CleanRun.August }.SelectMany(month => new[] { CleanRun.Ok(CleanRun.Compute(early, month)), CleanRun.Ok(CleanRun.Compute(late, month)) }));
        await Settle(late);
    }

    [Fact]
    public async Task Queue_EveryMessageTwice_EndsAsTheCleanRun()
    {
        await using var app = (await Clean.Start()).WithTriggers();
        for (var i = 0; i < 2; i++)
        {
            foreach (var upload in CleanRun.Uploads)
            {
                await app.Deployment.Queues.SendLanded(new(upload.Provider, upload.Period, upload.Name), TimeSpan.Zero, default);
            }

            foreach (var month in CleanRun.Months)
            {
                await app.Deployment.Queues.SendCompute(month, TimeProvider.System.GetUtcNow(), TimeSpan.Zero, default);
            }
        }

        await CleanRun.Quiet(app);
    }

    static Func<Deployment, Deployment> Named(string worker) => deployment =>
        new(deployment.Store, deployment.Ledger, deployment.Queues, deployment.Keys, deployment.Clock, new IngestOptions(worker));
}
