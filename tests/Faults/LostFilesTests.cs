using System.Text;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Arrivals;
using Homeward.Pipeline.Sweep;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Faults;

/// <summary>Files that the ledger counts on are gone, be it that somebody deleted them or that a disk lost them: sweeping ends in a state that is said.</summary>
public sealed class LostFilesTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new(manySmallFiles: true);
    readonly SmallLake lake;

    public LostFilesTests() => lake = new SmallLake(world);

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData(LedgerState.Received)]
    [InlineData(LedgerState.Validating)]
    public async Task Landing_IsGoneBeforeItWasJudged_IsRejectedForWantOfAManifest(LedgerState state)
    {
        var received = TimeProvider.System.GetUtcNow().AddMinutes(-10);
        await lake.Ledger.Add(new SubmissionRow("RWR", August, "first", state, received));
        Assert.Equal("RWR-2025-08-first", Assert.Single((await Sweep()).Judged).Id);

        var row = (await lake.Ledger.Submission("RWR", August, "first"))!.Row;
        Assert.Equal((LedgerState.Rejected, received), (row.State, row.Received));
        var answer = await lake.Store.Get(LakePath.Parse("feedback/RWR/2025-08/first/findings.csv"));
        Assert.Contains("SUB001", Encoding.UTF8.GetString(answer!.Bytes), StringComparison.Ordinal);
        Assert.Empty((await Sweep()).Judged);
    }

    [Theory]
    [InlineData(true, true, LedgerState.Published)]
    [InlineData(true, false, LedgerState.Published)]
    [InlineData(false, true, LedgerState.Published)]
    [InlineData(false, false, LedgerState.Rejected)]
    public async Task Accepted_IsCommittedOnlyWithItsVersion(bool landing, bool version, LedgerState end)
    {
        var upload = new SmallUpload("RWR", August, "first", Monday);
        var row = (await lake.Take(upload)).Row;
        var expected = SmallWorld.Snapshot(lake.Folder);
        var stored = (await lake.Ledger.Submission("RWR", August, "first"))!;
        await lake.Ledger.Replace(stored.Row with { State = LedgerState.Accepted }, stored.ETag);
        if (!landing)
        {
            Directory.Delete(Path.Combine(world.Landing, "RWR"), recursive: true);
        }

        if (!version)
        {
            DeleteVersion(row);
        }

        await Sweep(compute: false);
        Assert.Equal(end, (await lake.Ledger.Submission("RWR", August, "first"))!.Row.State);
        if (end == LedgerState.Published)
        {
            SmallWorld.AssertSame(expected, SmallWorld.Snapshot(lake.Folder));
        }
    }

    [Fact]
    public async Task Version_IsGone_EverySweepSaysSoAndThePeriodIsPutAsideUntilItComesAgain()
    {
        var row = (await lake.Take(new SmallUpload("RWR", August, "first", Monday))).Row;
        DeleteVersion(row);
        await File.AppendAllTextAsync(world.At("lake", LakePaths.Curated("beds", "RWR", August).ToString()), "damaged");
        for (var i = 0; i < 5; i++)
        {
            Assert.Contains((await Sweep()).Alerts, alert => alert.Contains("is missing though the ledger names it", StringComparison.Ordinal));
        }

        var put = await Sweep();
        Assert.Equal([August], put.Parked);
        Assert.Empty(put.Behind);
        Assert.Contains(put.Alerts, alert => alert.StartsWith("2025-08 cannot be computed: curated/_versions/RWR", StringComparison.Ordinal));

        await lake.Take(new SmallUpload("RWR", August, "again", Monday.AddDays(1)));
        Assert.Empty((await Sweep()).Parked);
        Assert.DoesNotContain((await Sweep()).Alerts, alert => alert.Contains("missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_IsGone_IsMadeAgainWithTheSameBytes()
    {
        await lake.Take(new SmallUpload("RWR", August, "first", Monday));
        await Sweep();
        var expected = SmallWorld.Snapshot(lake.Folder);
        Directory.Delete(world.At("lake", "restricted", "_runs"), recursive: true);
        Directory.Delete(world.At("lake", "marts", "kpi"), recursive: true);
        Assert.Equal([August], (await Sweep()).Behind);
        SmallWorld.AssertSame(expected, SmallWorld.Snapshot(lake.Folder));
        Assert.Empty((await Sweep()).Behind);
    }

    [Fact]
    public async Task Run_LacksAFile_IsMadeAgainWithTheSameBytes()
    {
        await lake.Take(new SmallUpload("RWR", August, "first", Monday));
        await Sweep();
        await lake.Summarise.Run();
        var expected = SmallWorld.Snapshot(lake.Folder);
        foreach (var file in expected.Keys.Where(name => name.StartsWith("restricted/_runs/", StringComparison.Ordinal) && name.EndsWith(".parquet", StringComparison.Ordinal)))
        {
            File.Delete(world.At("lake", file));
            var sweep = await Sweep();
            Assert.DoesNotContain(sweep.Alerts, alert => alert.Contains("missing", StringComparison.Ordinal));
            await lake.Summarise.Run();
            SmallWorld.AssertSame(expected, SmallWorld.Snapshot(lake.Folder));
        }
    }

    void DeleteVersion(SubmissionRow row) =>
        Directory.Delete(world.At("lake", LakePaths.Version(row.Provider, row.Period, row.Upload, row.ContentSha256!).ToString()), recursive: true);

    /// <param name="compute">False: submissions only.</param>
    async Task<SweepReport> Sweep(bool compute = true)
    {
        var sweep = new SweepJob(lake.Store, lake.Ledger, lake.Reference, new ArrivalJob(lake.Store, lake.Ledger, lake.Ingest), TimeProvider.System);
        return await sweep.Run(async period =>
        {
            try
            {
                await (compute ? lake.Compute.Run(period) : Task.CompletedTask);
            }
            catch (Exception e) when (e is InvalidDataException or AggregateException)
            {
                // The ledger counts it.
            }
        });
    }
}
