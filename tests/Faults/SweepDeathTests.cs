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

/// <summary>The process dies just before or just after any single effect of ingest, compute, copy, summary or close: nothing half-written is there to be read, and the next sweep ends in the clean run's bytes.</summary>
public sealed class SweepDeathTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new(manySmallFiles: true);
    readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    readonly ReferenceData reference;

    public SweepDeathTests() =>
        reference = ReferenceData.Load(Directory.EnumerateFiles(world.ReferenceFolder).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Sweep_DiesAtAnyEffect_TheNextOneEndsAsTheCleanRun()
    {
        new SmallUpload("RWR", August, "first", Monday, people: 3, placed: 1).WriteTo(world.Landing);
        new SmallUpload("RWR", August, "second", Monday.AddDays(1), people: 6, placed: 2).WriteTo(world.Landing);
        new SmallUpload("RYK", August, "first", Monday, people: 2).WriteTo(world.Landing);
        new SmallUpload("RYK", August, "broken", Monday.AddDays(1)).Without("beds.csv").WriteTo(world.Landing);
        var counting = FaultPlan.Never;
        await Run("clean", counting);
        var expected = SmallWorld.Snapshot(world.At("clean"));
        Assert.InRange(counting.Effects, 80, 300);
        Assert.Contains("marts/closed/period=2025-08/_run.json", expected.Keys);

        var whole = new WholeFiles();
        for (var step = 0; step <= counting.Effects; step++)
        {
            // Just after an effect is just before the next; only the last has an after of its own.
            var died = step < counting.Effects ? new FaultPlan(step, after: false) : new FaultPlan(step - 1, after: true);
            var name = $"died-{step}";
            await Assert.ThrowsAnyAsync<Exception>(() => Run(name, died));
            await whole.Check(Open(name, FaultPlan.Never).Store);
            clock.Advance(TimeSpan.FromMinutes(11));
            await Run(name, FaultPlan.Never);
            SmallWorld.AssertSame(expected, SmallWorld.Snapshot(world.At(name)));
            Directory.Delete(world.At(name), recursive: true);
        }
    }

    [Fact]
    public async Task Summary_DiesAtAnyEffect_TheNextSweepEndsAsTheCleanRun()
    {
        new SmallUpload("RWR", August, "first", Monday, people: 3, placed: 1).WriteTo(world.Landing);
        new SmallUpload("RYK", August, "first", Monday, people: 2).WriteTo(world.Landing);
        await Sweep("swept", FaultPlan.Never);
        var counting = FaultPlan.Never;
        world.Copy("swept", "clean");
        await Summarise("clean", counting);
        var expected = SmallWorld.Snapshot(world.At("clean"));
        Assert.InRange(counting.Effects, 30, 80);
        var whole = new WholeFiles();
        for (var step = 0; step < counting.Effects; step++)
        {
            var name = $"died-{step}";
            world.Copy("swept", name);
            await Assert.ThrowsAsync<DeathException>(() => Summarise(name, new FaultPlan(step, after: true)));
            await whole.Check(Open(name, FaultPlan.Never).Store);

            // As the app's sweep does: the summary last.
            await Sweep(name, FaultPlan.Never);
            await Summarise(name, FaultPlan.Never);
            SmallWorld.AssertSame(expected, SmallWorld.Snapshot(world.At(name)));
            Directory.Delete(world.At(name), recursive: true);
        }

        async Task Summarise(string name, FaultPlan plan)
        {
            var (store, ledger) = Open(name, plan);
            await new SummariseJob(store, ledger, reference).Run();
        }
    }

    [Fact]
    public async Task Sweep_NothingToDo_HasNoEffect()
    {
        new SmallUpload("RWR", August, "first", Monday).WriteTo(world.Landing);
        await Run("lake", FaultPlan.Never);
        var nothing = FaultPlan.Never;
        var report = await Sweep("lake", nothing);
        Assert.Equal(0, nothing.Effects);
        Assert.Empty(report.Judged);
        Assert.Empty(report.Behind);
        Assert.Empty(report.Copied);
    }

    [Theory]
    [InlineData("curated/beds/period=2025-08/provider=RWR/data.parquet")]
    [InlineData("marts/kpi/period=2025-08/data.parquet")]
    [InlineData("restricted/kpi/period=2025-08/data.parquet")]
    [InlineData("marts/kpi/period=2025-08/_run.json")]
    public async Task Sweep_CopyIsAnothersOrGone_IsPutRight(string copy)
    {
        new SmallUpload("RWR", August, "first", Monday).WriteTo(world.Landing);
        await Run("lake", FaultPlan.Never);
        var expected = SmallWorld.Snapshot(world.At("lake"));
        var path = world.At("lake", copy);

        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^9] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        Assert.Single((await Sweep("lake", FaultPlan.Never)).Copied);
        SmallWorld.AssertSame(expected, SmallWorld.Snapshot(world.At("lake")));

        File.Delete(path);
        Assert.Single((await Sweep("lake", FaultPlan.Never)).Copied);
        SmallWorld.AssertSame(expected, SmallWorld.Snapshot(world.At("lake")));
    }

    [Fact]
    public async Task Sweep_FileThatNoCurrentRunMade_IsRemoved()
    {
        new SmallUpload("RWR", August, "first", Monday).WriteTo(world.Landing);
        await Run("lake", FaultPlan.Never);
        var expected = SmallWorld.Snapshot(world.At("lake"));
        Directory.CreateDirectory(world.At("lake", "marts", "old_kind", "period=2025-08"));
        await File.WriteAllTextAsync(world.At("lake", "marts", "old_kind", "period=2025-08", "data.parquet"), "old");
        Assert.Single((await Sweep("lake", FaultPlan.Never)).Copied);
        SmallWorld.AssertSame(expected, SmallWorld.Snapshot(world.At("lake")));
    }

    [Fact]
    public async Task Sweep_LandingWasRemovedByRetention_IsNoWork()
    {
        var upload = new SmallUpload("RWR", August, "first", Monday);
        var folder = upload.WriteTo(world.Landing);
        await Run("lake", FaultPlan.Never);
        Directory.Delete(folder, recursive: true);
        var nothing = FaultPlan.Never;
        Assert.Empty((await Sweep("lake", nothing)).Alerts);
        Assert.Equal(0, nothing.Effects);
    }

    [Fact]
    public async Task Sweep_UploaderStoppedHalfWay_AlertsAfterADay()
    {
        new SmallUpload("RWR", August, "first", Monday).Without("submission.csv").WriteTo(world.Landing);
        Assert.Empty((await Sweep("lake", FaultPlan.Never)).Alerts);
        clock.Advance(TimeSpan.FromHours(25));
        Assert.Contains("RWR-2025-08-first has no submission.csv", Assert.Single((await Sweep("lake", FaultPlan.Never)).Alerts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_FileArrivedAfterJudging_Alerts()
    {
        var folder = new SmallUpload("RWR", August, "first", Monday).WriteTo(world.Landing);
        await Sweep("lake", FaultPlan.Never, ReceivedBy.Storage);
        var late = Path.Combine(folder, "crfd.csv");
        await File.WriteAllTextAsync(late, "CRFDID\n");
        File.SetLastWriteTimeUtc(late, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5));
        Assert.Contains("SUB010", Assert.Single((await Sweep("lake", FaultPlan.Never, ReceivedBy.Storage)).Alerts), StringComparison.Ordinal);
    }

    /// <summary>One sweep does everything that events would have done; then the month is closed.</summary>
    async Task Run(string name, FaultPlan plan)
    {
        await Sweep(name, plan);
        var (store, ledger) = Open(name, plan);
        await new CloseJob(store, ledger, reference).Run(clock.GetUtcNow());
    }

    async Task<SweepReport> Sweep(string name, FaultPlan plan, ReceivedBy by = ReceivedBy.Manifest)
    {
        var (store, ledger) = Open(name, plan);
        var ingest = new IngestJob(store, ledger, reference, PseudonymKeys.Demo, new IngestOptions("test") { ReceivedBy = by });
        var compute = new ComputeJob(store, ledger, reference, new CuratedTables(store));
        var sweep = new SweepJob(store, ledger, reference, new ArrivalJob(store, ledger, ingest), clock);
        return await sweep.Run(period => compute.Run(period));
    }

    (ILakeStore Store, ILedger Ledger) Open(string name, FaultPlan plan)
    {
        var landing = new Dictionary<Zone, string> { [Zone.Landing] = world.Landing };
        return (
            new FaultyStore(new FolderLake(world.At(name), clock, landing, durable: false), plan),
            new FaultyLedger(new FolderLedger(world.At(name), clock, durable: false), plan));
    }
}
