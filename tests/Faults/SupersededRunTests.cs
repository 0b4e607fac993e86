using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Folder;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Arrivals;
using Homeward.Pipeline.Close;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Summarise;
using Homeward.Pipeline.Sweep;
using Homeward.Pipeline.Tests.Faults;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Reference;
using Homeward.Submissions.Curated;
using Microsoft.Extensions.Time.Testing;

namespace Homeward.Faults;

/// <summary>Runs that others took the place of go after a week; what the ledger names stays, and so does every byte that people read.</summary>
[Collection(CleanRunTests.Name)]
public sealed class SupersededRunTests(CleanRun clean) : IAsyncLifetime, IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new(manySmallFiles: true);
    readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Sweep_RunsOfLastWeek_StayUntilAWeekAfterTheyWereSuperseded()
    {
        await Superseded("lake", FaultPlan.Never);
        var all = SmallWorld.Snapshot(world.At("lake"));
        Assert.Equal(4, RunsOf(all).Count);
        clock.Advance(TimeSpan.FromDays(6.9));
        Assert.Empty((await Sweep("lake", FaultPlan.Never)).Removed);
        SmallWorld.AssertSame(all, SmallWorld.Snapshot(world.At("lake")));

        clock.Advance(TimeSpan.FromDays(0.2));
        var removed = (await Sweep("lake", FaultPlan.Never)).Removed;
        Assert.Equal(2, removed.Count);
        var left = SmallWorld.Snapshot(world.At("lake"));
        Assert.Equal(RunsOf(all).Except(removed.Select(run => "restricted/" + run)), RunsOf(left));
        SmallWorld.AssertSame(WithoutRuns(all), WithoutRuns(left));

        var nothing = FaultPlan.Never;
        await Sweep("lake", nothing);
        Assert.Equal(0, nothing.Effects);
    }

    [Fact]
    public async Task Sweep_DiesWhileItRemoves_TheNextOneEndsAsTheCleanRun()
    {
        await Superseded("lake", FaultPlan.Never);
        clock.Advance(TimeSpan.FromDays(8));
        var counting = FaultPlan.Never;
        world.Copy("lake", "clean");
        await Sweep("clean", counting);
        var expected = SmallWorld.Snapshot(world.At("clean"));
        Assert.InRange(counting.Effects, 20, 80);
        for (var step = 0; step < counting.Effects; step++)
        {
            var name = $"died-{step}";
            world.Copy("lake", name);
            await Assert.ThrowsAsync<DeathException>(() => Sweep(name, new FaultPlan(step, after: true)));
            await Sweep(name, FaultPlan.Never);
            SmallWorld.AssertSame(expected, SmallWorld.Snapshot(world.At(name)));
            Directory.Delete(world.At(name), recursive: true);
        }
    }

    [Fact]
    public async Task Sweep_OldInputsComeBack_TheirRunIsMadeAgain()
    {
        await Superseded("lake", FaultPlan.Never);
        var (_, ledger) = Open("lake", FaultPlan.Never);
        clock.Advance(TimeSpan.FromDays(8));
        var newer = (await ledger.Run(August))!.Row.RunId!;
        world.Reference(("settings.json", """{"cutOffDay": 9}"""));
        await Sweep("lake", FaultPlan.Never);
        clock.Advance(TimeSpan.FromDays(8));
        await Sweep("lake", FaultPlan.Never);
        Assert.DoesNotContain($"restricted/_runs/2025-08/{newer}", RunsOf(SmallWorld.Snapshot(world.At("lake"))));
        world.Reference();
        Assert.Equal([August], (await Sweep("lake", FaultPlan.Never)).Behind);
        Assert.Equal(newer, (await ledger.Run(August))!.Row.RunId);
        Assert.True(File.Exists(world.At("lake", "restricted", "_runs", "2025-08", newer, "_run.json")));
        Assert.Empty((await Sweep("lake", FaultPlan.Never)).Behind);
    }

    [Fact]
    public async Task Sweep_RunThatIsBeingPutOnRecord_Stays()
    {
        await Superseded("lake", FaultPlan.Never, closeAfterFirst: true);
        clock.Advance(TimeSpan.FromDays(8));
        await Sweep("lake", FaultPlan.Never);
        var (store, ledger) = Open("lake", FaultPlan.Never);
        Assert.True(Assert.Single(await new CloseJob(store, ledger, Reference()).Run(clock.GetUtcNow())).Closed);
        Assert.Single((await Sweep("lake", FaultPlan.Never)).Removed);
    }

    [Fact]
    public async Task Sweep_LedgerNamesNoRun_RemovesNothing()
    {
        await Superseded("lake", FaultPlan.Never);
        var runs = RunsOf(SmallWorld.Snapshot(world.At("lake")));
        Directory.Delete(world.At("lake", "ledger"), recursive: true);
        Directory.Delete(world.Landing, recursive: true);
        clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty((await Sweep("lake", FaultPlan.Never)).Removed);
        Assert.Equal(runs, RunsOf(SmallWorld.Snapshot(world.At("lake"))));
    }

    [Fact]
    public async Task Sweep_UnderAzurite_RemovesWhatTheLedgerDoesNotName()
    {
        await clean.Wipe();
        await using var app = await clean.Start();
        var reference = await app.Deployment.Reference.Get(default);
        await CleanRun.Ok(app.Landed(CleanRun.Uploads[0]));
        await CleanRun.Ok(app.Invoke("SweepLanding"));
        var run = (await app.Deployment.Ledger.Runs().FirstAsync()).Row;
        var stray = LakePaths.Run(run.Period, "0123456789abcdef");
        await app.Deployment.Store.Put(stray.File(LakePaths.RunFile), "{}"u8.ToArray());
        await app.Deployment.Store.Put(stray.File("marts/kpi/period=2025-08/data.parquet"), "old"u8.ToArray());
        Assert.Empty((await Sweep(null)).Removed);
        Assert.Equal([$"_runs/{run.Period}/0123456789abcdef"], (await Sweep(TimeSpan.Zero)).Removed);
        Assert.False(await app.Deployment.Store.List(stray).AnyAsync());
        await clean.AssertSame(app.Deployment);

        Task<SweepReport> Sweep(TimeSpan? keep) =>
            new SweepJob(app.Deployment.Store, app.Deployment.Ledger, reference, app.Deployment.Arrivals(reference), TimeProvider.System, keep).Run(_ => Task.CompletedTask);
    }

    /// <summary>A month with two runs and two summaries, of each the second current.</summary>
    async Task Superseded(string name, FaultPlan plan, bool closeAfterFirst = false)
    {
        new SmallUpload("RWR", August, "first", Monday, people: 3, placed: 1).WriteTo(world.Landing);
        await Sweep(name, plan);
        if (closeAfterFirst)
        {
            var (store, ledger) = Open(name, new FaultPlan(1, after: false));
            await Assert.ThrowsAsync<DeathException>(() => new CloseJob(store, ledger, Reference()).Run(clock.GetUtcNow()));
        }

        new SmallUpload("RWR", August, "second", Monday.AddDays(1), people: 6, placed: 2).WriteTo(world.Landing);
        clock.Advance(TimeSpan.FromHours(1));
        await Sweep(name, plan);
    }

    static List<string> RunsOf(IReadOnlyDictionary<string, string> snapshot) =>
        [.. snapshot.Keys.Where(name => name.StartsWith("restricted/_runs/", StringComparison.Ordinal) && name.Split('/').Length > 4).Select(name => string.Join('/', name.Split('/').Take(4))).Distinct()];

    static SortedDictionary<string, string> WithoutRuns(IReadOnlyDictionary<string, string> snapshot) =>
        new(snapshot.Where(file => !file.Key.StartsWith("restricted/_runs/", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);

    async Task<SweepReport> Sweep(string name, FaultPlan plan)
    {
        var (store, ledger) = Open(name, plan);
        var reference = Reference();
        var ingest = new IngestJob(store, ledger, reference, PseudonymKeys.Demo, new IngestOptions("test") { ReceivedBy = ReceivedBy.Manifest });
        var compute = new ComputeJob(store, ledger, reference, new CuratedTables(store));
        var report = await new SweepJob(store, ledger, reference, new ArrivalJob(store, ledger, ingest), clock).Run(period => compute.Run(period));
        await new SummariseJob(store, ledger, reference).Run();
        return report;
    }

    ReferenceData Reference() =>
        ReferenceData.Load(Directory.EnumerateFiles(world.ReferenceFolder).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes));

    (ILakeStore Store, ILedger Ledger) Open(string name, FaultPlan plan)
    {
        var landing = new Dictionary<Zone, string> { [Zone.Landing] = world.Landing };
        return (
            new FaultyStore(new FolderLake(world.At(name), clock, landing, durable: false), plan),
            new FaultyLedger(new FolderLedger(world.At(name), clock, durable: false), plan));
    }
}
