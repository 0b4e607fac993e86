using System.Text;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Summarise;
using Homeward.Pipeline.Tests.Faults;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Submissions.Curated;

namespace Homeward.Pipeline.Tests.Rebuild;

public sealed class RebuildJobTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new(manySmallFiles: true);
    readonly SmallLake lake;

    public RebuildJobTests()
    {
        lake = new(world);
        new SmallUpload("RWR", August - 1, "first", Monday.AddMonths(-1), people: 12).WriteTo(world.Landing);
        new SmallUpload("RWR", August, "first", Monday, people: 11).WriteTo(world.Landing);
        new SmallUpload("RWR", August, "twice", Monday.AddDays(1), people: 11).WriteTo(world.Landing);
        new SmallUpload("RYK", August, "first", Monday, people: 9, placed: 4).WriteTo(world.Landing);
        new SmallUpload("RYK", August, "refused", Monday.AddDays(1), people: 9).Without("spells.csv").WriteTo(world.Landing);
    }

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_WholeLake_EndsInTheSameBytes()
    {
        await lake.RunAll();
        var before = SmallWorld.Snapshot(lake.Folder);
        var report = await lake.Rebuild();
        Assert.Equal(5, report.Judged.Count);
        Assert.Equal([LedgerState.Published, LedgerState.Published, LedgerState.Unchanged, LedgerState.Published, LedgerState.Rejected], report.Judged.Select(result => result.Row.State));
        Assert.Equal([August - 1, August], report.Computed.Select(result => result.Period));
        Assert.Equal(SummariseOutcome.UpToDate, report.Summary.Outcome);
        Assert.Empty(report.Kept);
        Assert.Empty(report.Lost);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Run_LakeTornToPieces_MakesAllOfItAgain()
    {
        await lake.RunAll();
        var before = SmallWorld.Snapshot(lake.Folder);
        var row = (await lake.Ledger.Submission("RWR", August, "first"))!.Row;
        foreach (var folder in (string[])["marts", "feedback", "casework", "published", "curated/spells", "restricted/kpi"])
        {
            Directory.Delete(world.At("lake", folder), recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(world.At("lake", "restricted", "_runs"), "*.parquet", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(file, "damaged");
        }

        await lake.Store.Put(LakePaths.Version("RWR", August, "first", row.ContentSha256!).File("spells.parquet"), "damaged"u8.ToArray());
        await lake.Store.Put(LakePath.Parse("curated/spells/period=2024-01/provider=RWR/data.parquet"), "of no submission"u8.ToArray());

        Assert.Empty((await lake.Rebuild()).Lost);

        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Run_LandingGone_KeepsTheVersionAndRebuildsTheRest()
    {
        await lake.RunAll();
        var before = SmallWorld.Snapshot(lake.Folder);
        var version = Directory.GetFiles(world.At("lake", "curated", "_versions", "RYK"), "*", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        Directory.Delete(Path.Combine(world.Landing, "RYK"), recursive: true);
        Directory.Delete(world.At("lake", "marts"), recursive: true);
        Directory.Delete(world.At("lake", "curated", "ward_stays"), recursive: true);

        var report = await lake.Rebuild();

        Assert.Equal(["RYK-2025-08-first: its landing is gone", "RYK-2025-08-refused: its landing is gone"], report.Kept);
        Assert.Empty(report.Lost);
        Assert.All(version, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Run_LandingGoneAndVersionDamaged_SaysWhatIsLostAndDeletesNothing()
    {
        await lake.RunAll();
        var row = (await lake.Ledger.Submission("RYK", August, "first"))!.Row;
        var version = LakePaths.Version("RYK", August, "first", row.ContentSha256!);
        await lake.Store.Put(version.File("spells.parquet"), "damaged"u8.ToArray());
        Directory.Delete(Path.Combine(world.Landing, "RYK"), recursive: true);
        Directory.Delete(world.At("lake", "feedback", "RYK"), recursive: true);
        var before = SmallWorld.Snapshot(lake.Folder);

        var report = await lake.Rebuild();

        Assert.Contains("RYK-2025-08-first: spells.parquet of its version is missing or damaged, and its landing is gone. Restore from a copy.", report.Lost);
        Assert.Contains("RYK-2025-08-refused: its feedback is missing, and its landing is gone.", report.Lost);
        Assert.Contains(report.Lost, line => line.StartsWith("2025-08: its figures stay as they are.", StringComparison.Ordinal));
        var after = SmallWorld.Snapshot(lake.Folder);
        foreach (var failed in (string[])["ledger/runs/2025-07.json", "ledger/runs/2025-08.json"])
        {
            Assert.NotEqual(before[failed], after[failed]);
            after[failed] = before[failed];
        }

        SmallWorld.AssertSame(before, after);
    }

    [Fact]
    public async Task Run_LandingChangedSince_KeepsWhatWasJudged()
    {
        await lake.RunAll();
        var before = SmallWorld.Snapshot(world.At("lake", "curated"));
        new SmallUpload("RYK", August, "first", Monday, people: 8, placed: 4).WriteTo(world.Landing);
        File.Delete(Path.Combine(world.Landing, "RWR", "2025-08", "first", "beds.csv"));

        var report = await lake.Rebuild();

        Assert.Equal(
            ["RWR-2025-08-first: beds.csv in landing is not as judged", "RYK-2025-08-first: patients.csv, referrals.csv, spells.csv, ward_stays.csv in landing are not as judged"],
            report.Kept);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(world.At("lake", "curated")));
    }

    [Fact]
    public async Task Run_FileThatCameLate_IsLeftOutAgain()
    {
        await lake.RunAll();
        var before = SmallWorld.Snapshot(world.At("lake", "curated"));
        await File.WriteAllTextAsync(Path.Combine(world.Landing, "RWR", "2025-08", "first", "crfd.csv"), "CRFDID,HospProvSpellID,StartDate,EndDate\nC1,S1,2025-08-04,\n");

        var report = await lake.Rebuild();

        Assert.Empty(report.Kept);
        Assert.Equal(1, report.Judged.Single(result => result.Row is { Provider: "RWR", Upload: "first", Period: var p } && p == August).Rules["SUB010"]);
        var summary = await lake.Store.Get(LakePaths.Feedback("RWR", August, "first").File("summary.json"));
        Assert.Contains("crfd.csv", Encoding.UTF8.GetString(summary!.Bytes), StringComparison.Ordinal);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(world.At("lake", "curated")));
    }

    [Fact]
    public async Task Run_MonthClosedMeanwhile_TakesNobodyOut()
    {
        await lake.RunAll();
        world.Reference(("settings.json", """{"closedThrough": "2025-08"}"""));
        var closed = new SmallLake(world);
        var report = await closed.Rebuild();
        Assert.Equal(3, report.Judged.Count(result => result.Row.State == LedgerState.Published));
        Assert.All(report.Judged, result => Assert.Equal(report.Judged[0].Row.ReferenceVersion, result.Row.ReferenceVersion));
        Assert.Equal(LedgerState.Rejected, (await closed.Take(new SmallUpload("RYK", August, "too-late", Monday.AddDays(3)))).Row.State);
    }

    [Fact]
    public async Task Run_RulesThatRejectToday_TakeTheFiguresBack()
    {
        var small = new SmallLake(world, "small");
        Directory.Delete(world.Landing, recursive: true);
        await small.Take(new SmallUpload("RWR", August, "first", Monday, people: 20).Change("spells.csv", "R1,", "R0,"));
        await small.RunAll();
        Assert.NotNull(await small.Parquet(LakePaths.Curated("spells", "RWR", August).ToString()));
        var version = SmallWorld.Snapshot(world.At("small", "curated", "_versions"));
        world.Reference(("settings.json", """{"rejectionShare": 0.0, "rejectionRows": 0}"""));

        var report = await new SmallLake(world, "small").Rebuild();

        Assert.Equal(LedgerState.Rejected, Assert.Single(report.Judged).Row.State);
        Assert.Null(await small.Parquet(LakePaths.Curated("spells", "RWR", August).ToString()));
        SmallWorld.AssertSame(version, SmallWorld.Snapshot(world.At("small", "curated", "_versions")));
    }

    [Fact]
    public async Task Run_OtherKey_IsRefusedAndChangesNothing()
    {
        await lake.RunAll();
        var before = SmallWorld.Snapshot(lake.Folder);
        var other = new SmallLake(world, keys: new PseudonymKeys("other", new byte[32], new byte[32]));
        Assert.Contains("key", (await Assert.ThrowsAsync<InvalidDataException>(other.Rebuild)).Message, StringComparison.Ordinal);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(90)]
    [InlineData(150)]
    public async Task Run_DiesHalfWay_RebuildOrRunGoesOn(int step)
    {
        await lake.RunAll();
        world.Reference(("settings.json", """{"reviewDays": 27}"""));
        var clean = new SmallLake(world, "clean");
        await clean.RunAll();
        var plan = new FaultPlan(step, after: false);
        var dying = new SmallLake(world);
        dying = new SmallLake(world) { Options = Gone, Store = new FaultyStore(dying.Store, plan), Ledger = new FaultyLedger(dying.Ledger, plan) };
        await Assert.ThrowsAnyAsync<Exception>(dying.Rebuild);
        var again = new SmallLake(world) { Options = Gone };
        _ = step % 2 == 0 ? (object)await again.RunAll() : null;
        await again.Rebuild();
        var expected = SmallWorld.Snapshot(clean.Folder);
        var runs = SmallWorld.Snapshot(lake.Folder).Where(file => !file.Key.StartsWith("restricted/_runs/", StringComparison.Ordinal) || expected.ContainsKey(file.Key));
        SmallWorld.AssertSame(expected, runs.ToDictionary());
    }

    static IngestOptions Gone => new("test") { ReceivedBy = ReceivedBy.Manifest, IsGone = _ => true };
}
