using System.Text;
using System.Text.Json;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Submissions;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Tests.Ingest;

public sealed class IngestJobTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();
    readonly SmallLake lake;

    public IngestJobTests() => lake = new(world);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_CleanUpload_IsPublishedWithVersionCopyAndFeedback()
    {
        var result = await lake.Take(Upload("first", people: 3));

        Assert.Equal(IngestOutcome.Judged, result.Outcome);
        Assert.Equal(LedgerState.Published, result.Row.State);
        Assert.Null(result.Row.Lease);
        Assert.Equal(new TableCounts(3, 3, 0, 0), result.Row.Tables["spells"]);
        Assert.Equal("demo", result.Row.KeyId?[..4]);
        Assert.Equal(Monday, result.Row.Received);
        var version = LakePaths.Version("RWR", August, "first", result.Row.ContentSha256!);
        foreach (var table in SpecificationTables.All.Skip(1).Select(table => table.Name))
        {
            var record = await lake.Store.Get(version.File($"{table}.parquet"));
            var copy = await lake.Store.Get(LakePaths.Curated(table, "RWR", August));
            Assert.Equal(record!.Bytes, copy!.Bytes);
        }

        var stays = (await lake.Parquet(version.File("ward_stays.parquet").ToString()))!;
        Assert.Equal(3, stays.RowCount);
        Assert.Equal("RWR-2025-08-first", stays.Metadata["submission_id"]);
        Assert.Equal(result.Row.ContentSha256, stays.Metadata["content_sha256"]);
        Assert.Equal("accepted", await Feedback("first"));
    }

    [Fact]
    public async Task Run_SecondTime_ChangesNothing()
    {
        await lake.Take(Upload("first"));
        var before = SmallWorld.Snapshot(lake.Folder);
        var again = await lake.Judge(Upload("first"));
        Assert.Equal(IngestOutcome.JudgedBefore, again.Outcome);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Run_Resubmission_ReplacesTheMonth()
    {
        await lake.Take(Upload("first", people: 3));
        await lake.Take(Upload("second", people: 5, created: Monday.AddDays(1)));
        Assert.Equal("second", await lake.Current("RWR", August));
        Assert.Equal("RWR-2025-08-second", await lake.Copied("RWR", August));
        Assert.Equal("RWR-2025-08-second", await lake.Copied("RWR", August, "oaps"));
    }

    [Fact]
    public async Task Run_OlderUploadProcessedLate_LeavesTheNewerOneCurrent()
    {
        await lake.Take(Upload("second", people: 5, created: Monday.AddDays(1)));
        var late = await lake.Take(Upload("first", people: 3));
        Assert.Equal(LedgerState.Published, late.Row.State);
        Assert.Equal("second", await lake.Current("RWR", August));
        Assert.Equal("RWR-2025-08-second", await lake.Copied("RWR", August));
        Assert.Equal("accepted", await Feedback("first"));
    }

    [Fact]
    public async Task Run_ReceivedAtTheSameMoment_TheGreaterNameIsCurrent()
    {
        await lake.Take(Upload("b", people: 5));
        await lake.Take(Upload("a", people: 3));
        Assert.Equal("b", await lake.Current("RWR", August));
        Assert.Equal("RWR-2025-08-b", await lake.Copied("RWR", August));
    }

    [Fact]
    public async Task Run_SameContentAsCurrent_IsUnchanged()
    {
        await lake.Take(Upload("first"));
        var before = SmallWorld.Snapshot(lake.Folder);
        var second = await lake.Take(Upload("second", created: Monday.AddDays(1)));
        Assert.Equal(LedgerState.Unchanged, second.Row.State);
        Assert.Equal("unchanged", await Feedback("second"));
        Assert.Equal("first", await lake.Current("RWR", August));
        var after = SmallWorld.Snapshot(lake.Folder);
        Assert.Equal(before.Keys, after.Keys.Where(name => !name.Contains("/second", StringComparison.Ordinal)));
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
    }

    [Fact]
    public async Task Run_SameContentAsAnOlderOne_IsAnOrdinaryResubmission()
    {
        await lake.Take(Upload("first", people: 3));
        await lake.Take(Upload("second", people: 5, created: Monday.AddDays(1)));
        var third = await lake.Take(Upload("third", people: 3, created: Monday.AddDays(2)));
        Assert.Equal(LedgerState.Published, third.Row.State);
        Assert.Equal("RWR-2025-08-third", await lake.Copied("RWR", August));
    }

    [Fact]
    public async Task Run_Rejected_LeavesTheCurrentOne()
    {
        await lake.Take(Upload("first"));
        var second = await lake.Take(Upload("second", created: Monday.AddDays(1)).Without("beds.csv"));
        Assert.Equal(LedgerState.Rejected, second.Row.State);
        Assert.Contains("SUB005", second.Rules.Keys);
        Assert.Equal("rejected", await Feedback("second"));
        Assert.Equal("first", await lake.Current("RWR", August));
        Assert.Equal("RWR-2025-08-first", await lake.Copied("RWR", August));
        Assert.False(Directory.Exists(Path.Combine(lake.Folder, "curated", "_versions", "RWR", "2025-08", "second")));
    }

    [Fact]
    public async Task Run_ClosedMonth_IsRejected()
    {
        world.Reference(("settings.json", """{"closedThrough": "2025-08"}"""));
        var closed = new SmallLake(world, "closed");
        Assert.Contains("SUB003", (await closed.Take(Upload("first"))).Rules.Keys);
        var open = await closed.Take(new SmallUpload("RWR", August + 1, "first", Monday.AddMonths(1)));
        Assert.Equal(LedgerState.Published, open.Row.State);
    }

    [Fact]
    public async Task Run_AnotherProvidersFiles_AreRejected() =>
        Assert.Contains("SUB002", (await lake.Take(Upload("first").Change("submission.csv", "RWR", "RYK"))).Rules.Keys);

    [Fact]
    public async Task Run_RowCountsOfTheMonthBefore_AreCompared()
    {
        await lake.Take(new SmallUpload("RWR", August - 1, "first", Monday.AddMonths(-1), people: 40));
        var result = await lake.Take(Upload("first", people: 12));
        Assert.Contains("SUB008", result.Rules.Keys);
        Assert.Equal(LedgerState.Published, result.Row.State);
    }

    [Fact]
    public async Task Run_FileNameThatIsNoPath_IsReportedAndNotRead()
    {
        var result = await lake.Take(Upload("first").With("ward stays.csv", "x"));
        Assert.Equal(LedgerState.Published, result.Row.State);
        Assert.Contains("SUB011", result.Rules.Keys);
    }

    [Fact]
    public async Task Run_FileChangesWhileJudged_StartsAgainWithTheNewOne()
    {
        var upload = Upload("first", people: 3);
        var folder = upload.WriteTo(world.Landing);
        var identity = new SubmissionIdentity("RWR", August, "first");
        var pins = 0;
        var result = await lake.Ingest.Run(identity, async cancel =>
        {
            // The pin that follows the first judgement finds other files.
            if (++pins == 2)
            {
                Upload("first", people: 4).WriteTo(world.Landing);
            }

            return await LandingFolder.Pin(lake.Store, identity)(cancel);
        });
        Assert.Equal(4, result.Row.Tables["patients"].Read);
        Assert.Equal(4, (await lake.Parquet(LakePaths.Curated("patients", "RWR", August).ToString()))!.RowCount);
        Assert.True(Directory.Exists(folder));
    }

    [Fact]
    public async Task Run_FilesNeverRest_FailsAndGivesTheLeaseBack()
    {
        Upload("first").WriteTo(world.Landing);
        var identity = new SubmissionIdentity("RWR", August, "first");
        var pins = 0;
        await Assert.ThrowsAsync<IOException>(() => lake.Ingest.Run(identity, async cancel =>
            await LandingFolder.Pin(lake.Store, identity)(cancel) with { Version = $"{++pins}" }));
        var row = (await lake.Ledger.Submission("RWR", August, "first"))!.Row;
        Assert.Equal((LedgerState.Received, 1), (row.State, row.Failures));
        Assert.Null(row.Lease);
        Assert.Equal(LedgerState.Published, (await lake.Judge(Upload("first"))).Row.State);
    }

    [Fact]
    public async Task Run_FailsAgainAndAgain_IsParkedWithoutAValueInIt()
    {
        var identity = new SubmissionIdentity("RWR", August, "first");
        Upload("first").WriteTo(world.Landing);
        PinUpload failing = async cancel => await LandingFolder.Pin(lake.Store, identity)(cancel) with
        {
            Files = [new("patients.csv", 1, () => throw new InvalidOperationException("9434765919"))],
        };
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => lake.Ingest.Run(identity, failing));
        }

        var row = (await lake.Ledger.Submission("RWR", August, "first"))!.Row;
        Assert.Equal(LedgerState.Parked, row.State);
        Assert.Equal("InvalidOperationException, 5 times", row.Problem);
        Assert.Equal(IngestOutcome.JudgedBefore, (await lake.Judge(Upload("first"))).Outcome);
    }

    [Fact]
    public async Task Run_LeaseOfAnother_IsLeftAlone()
    {
        Upload("first").WriteTo(world.Landing);
        await lake.Ledger.Add(Row(LedgerState.Validating) with { Lease = new Lease("other", DateTimeOffset.MaxValue) });
        Assert.Equal(IngestOutcome.Busy, (await lake.Judge(Upload("first"))).Outcome);
        Assert.Equal("other", (await lake.Ledger.Submission("RWR", August, "first"))!.Row.Lease!.Owner);
    }

    [Fact]
    public async Task Run_LeaseExpiredOrOwnerGone_IsTakenOver()
    {
        await lake.Ledger.Add(Row(LedgerState.Validating) with { Lease = new Lease("other", DateTimeOffset.UnixEpoch) });
        Assert.Equal(LedgerState.Published, (await lake.Take(Upload("first"))).Row.State);
        var seeing = new SmallLake(world, "seeing") { Options = lake.Options with { IsGone = owner => owner == "other" } };
        await seeing.Ledger.Add(Row(LedgerState.Validating) with { Lease = new Lease("other", DateTimeOffset.MaxValue) });
        Assert.Equal(LedgerState.Published, (await seeing.Judge(Upload("first"))).Row.State);
    }

    [Fact]
    public async Task Run_CrashedBeforeItsCommit_OnlyCommitsAndCopies()
    {
        var result = await lake.Take(Upload("first"));
        var clean = SmallWorld.Snapshot(lake.Folder);
        var stored = (await lake.Ledger.Submission("RWR", August, "first"))!;
        await lake.Ledger.Replace(stored.Row with { State = LedgerState.Accepted, Lease = new Lease("dead", DateTimeOffset.UnixEpoch) }, stored.ETag);
        Directory.Delete(Path.Combine(lake.Folder, "curated", "ward_stays"), recursive: true);
        var again = await lake.Judge(Upload("first"));
        Assert.Equal(result.Row.ContentSha256, again.Row.ContentSha256);
        Assert.Equal(LedgerState.Published, again.Row.State);
        SmallWorld.AssertSame(clean, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Run_CrashedWhileWriting_EndsAsTheCleanRun()
    {
        var result = await lake.Take(Upload("first"));
        var clean = SmallWorld.Snapshot(lake.Folder);
        var broken = new SmallLake(world, "broken");
        var version = LakePaths.Version("RWR", August, "first", result.Row.ContentSha256!);
        await broken.Store.Put(version.File("spells.parquet"), "half of another attempt"u8.ToArray());
        await broken.Ledger.Add(Row(LedgerState.Validating) with { Lease = new Lease("dead", DateTimeOffset.UnixEpoch) });
        await broken.Judge(Upload("first"));
        SmallWorld.AssertSame(clean, SmallWorld.Snapshot(broken.Folder));
    }

    [Fact]
    public async Task Run_Interrupted_GivesTheLeaseBackAndCountsNothing()
    {
        Upload("first").WriteTo(world.Landing);
        var identity = new SubmissionIdentity("RWR", August, "first");
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lake.Ingest.Run(
            identity,
            async cancel =>
            {
                var pinned = await LandingFolder.Pin(lake.Store, identity)(cancel);
                return pinned with { Files = [.. pinned.Files.Select(file => file.Name == "spells.csv" ? file with { Open = () => { stop.Cancel(); return file.Open(); } } : file)] };
            },
            stop.Token));
        var row = (await lake.Ledger.Submission("RWR", August, "first"))!.Row;
        Assert.Equal((LedgerState.Received, 0), (row.State, row.Failures));
        Assert.Null(row.Lease);
    }

    [Fact]
    public async Task Run_TwoWorkersAtOnce_JudgeItOnce()
    {
        Upload("first").WriteTo(world.Landing);
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => lake.Judge(Upload("first")))));
        Assert.Single(results, result => result.Outcome == IngestOutcome.Judged);
        Assert.Equal("RWR-2025-08-first", await lake.Copied("RWR", August));
    }

    [Fact]
    public async Task Run_ReceivedByStorage_IsTheLatestFilesTime()
    {
        var byStorage = new SmallLake(world, "storage") { Options = new("test") };
        var folder = Upload("first").WriteTo(world.Landing);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.SetLastWriteTimeUtc(file, Monday.AddHours(file.EndsWith("beds.csv", StringComparison.Ordinal) ? 2 : 1));
        }

        Assert.Equal(Monday.AddHours(2), (await byStorage.Judge(Upload("first"))).Row.Received);
    }

    static SmallUpload Upload(string name, int people = 3, DateTime? created = null) => new("RWR", August, name, created ?? Monday, people);

    static SubmissionRow Row(LedgerState state) => new("RWR", August, "first", state, Monday);

    async Task<string?> Feedback(string upload)
    {
        var summary = await lake.Store.Get(LakePaths.Feedback("RWR", August, upload).File("summary.json"));
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(summary!.Bytes));
        return json.RootElement.GetProperty("status").GetString();
    }
}
