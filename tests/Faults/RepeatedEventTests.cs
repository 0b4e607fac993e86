using System.Text;
using Homeward.App.Deployments;
using Homeward.App.Tests.Running;
using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Tests.Uploads;
using Microsoft.Extensions.Time.Testing;

namespace Homeward.Faults;

/// <summary>Events repeat, overtake each other and meet several workers; the end is always the clean run's, byte for byte, and no reader ever sees half a file.</summary>
[Collection(CleanRunTests.Name)]
public sealed class RepeatedEventTests(CleanRun clean) : IAsyncLifetime
{
    public Task InitializeAsync() => clean.Wipe();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Events_TenTimesEachOutOfOrderAndAtOnce_EndAsTheCleanRun()
    {
        await using var app = await clean.Start();
        await using (var reader = Reader.Start(app.Deployment))
        {
            var random = new Random(6);
            var events = Enumerable.Range(0, 10).SelectMany(_ => CleanRun.Uploads).ToArray();
            random.Shuffle(events);
            await Parallel.ForEachAsync(events, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (upload, _) => await CleanRun.Ok(app.Landed(upload)));
            await Settle(app);
            Assert.True(reader.Files > 0);
        }

        await clean.AssertSame(app.Deployment);
    }

    [Fact]
    public async Task Workers_TwoOfThemWithSkewedClocks_EndAsTheCleanRun()
    {
        await using var early = await clean.Start(Named("early"), clock: new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(-1)));
        await using var late = await clean.Start(Named("late"), clock: new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(1)));
        await using (Reader.Start(early.Deployment))
        {
            await Task.WhenAll(CleanRun.Uploads.Reverse().SelectMany(upload => new[] { CleanRun.Ok(early.Landed(upload)), CleanRun.Ok(late.Landed(upload)) }));
            await Task.WhenAll(new[] { CleanRun.August, CleanRun.July, CleanRun.August }.SelectMany(month => new[] { CleanRun.Ok(CleanRun.Compute(early, month)), CleanRun.Ok(CleanRun.Compute(late, month)) }));
            await Settle(late);
        }

        await clean.AssertSame(late.Deployment);
    }

    [Fact]
    public async Task Resubmission_RacesTheFirst_IsWhatCountsInTheEnd()
    {
        await using var app = await clean.Start();
        foreach (var (milliseconds, month) in new[] { 0, 15, 60, 150 }.Select((wait, i) => (wait, CleanRun.August + 1 + i)))
        {
            var first = new SmallUpload("RWR", month, "first", CleanRun.Monday.AddMonths(6), people: 3, placed: 1);
            var second = new SmallUpload("RWR", month, "second", CleanRun.Monday.AddMonths(6), people: 5, placed: 2);
            await app.Land(first);
            var judging = CleanRun.Ok(app.Landed(first));
            await Task.Delay(milliseconds);

            // Storage tells the time in seconds; of two uploads within one, the greater name counts.
            await app.Land(second);
            await Task.WhenAll(judging, CleanRun.Ok(app.Landed(second)));
            var current = await CurrentSubmissions.Of(app.Deployment.Ledger, "RWR", month);
            Assert.Equal("second", current?.Upload);
            var copy = await app.Deployment.Store.Get(LakePaths.Curated("ward_stays", "RWR", month));
            Assert.Equal($"RWR-{month}-second", ParquetReader.Open(copy!.Bytes).Metadata["submission_id"]);
            Assert.Equal(5, ParquetReader.Open(copy.Bytes).Read().RowCount);
            await CleanRun.Ok(CleanRun.Compute(app, month));
            var run = await app.Deployment.Store.Get(LakePath.Parse($"marts/kpi/period={month}/_run.json"));
            Assert.Contains($"RWR-{month}-second", Encoding.UTF8.GetString(run!.Bytes), StringComparison.Ordinal);
            Assert.DoesNotContain($"RWR-{month}-first", Encoding.UTF8.GetString(run.Bytes), StringComparison.Ordinal);
        }

        foreach (var month in Enumerable.Range(1, 4).Select(i => CleanRun.August + i))
        {
            await foreach (var entry in app.Deployment.Store.List(LakeFolder.Of(Zone.Landing, "RWR", month.ToString())))
            {
                await app.Deployment.Store.Delete(entry.Path!.Value);
            }
        }
    }

    [Fact]
    public async Task Queue_EveryMessageTwice_EndsAsTheCleanRun()
    {
        await using var app = (await clean.Start()).WithTriggers();
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
        await clean.AssertSame(app.Deployment);
    }

    static Func<Deployment, Deployment> Named(string worker) => deployment =>
        new(deployment.Store, deployment.Ledger, deployment.Queues, deployment.Keys, deployment.Clock, new IngestOptions(worker));

    /// <summary>What the timers and queues would do in time: nothing is behind any more.</summary>
    static async Task Settle(RunningApp app)
    {
        await CleanRun.Ok(app.Invoke("SweepLanding"));
        await CleanRun.Ok(app.Invoke("SweepLanding"));
    }
}
