using System.IO.Compression;
using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Tests.Packages;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests;

public sealed class WholeRunTests : IDisposable
{
    static readonly Month June = new(2025, 6);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_TwoLakesFromTheSameFiles_HaveTheSameBytes()
    {
        Region();
        var (one, two) = (new SmallLake(world, "one"), new SmallLake(world, "two"));
        await one.RunAll();
        await two.RunAll();
        var snapshot = SmallWorld.Snapshot(one.Folder);
        Assert.InRange(snapshot.Count, 200, 2000);
        SmallWorld.AssertSame(snapshot, SmallWorld.Snapshot(two.Folder));
    }

    [Fact]
    public async Task Run_InPieces_EndsAsAtOnce()
    {
        Region();
        var atOnce = new SmallLake(world, "at-once");
        await atOnce.RunAll();
        Directory.Move(world.Landing, world.At("later"));
        var inPieces = new SmallLake(world, "in-pieces");
        foreach (var month in new[] { "2025-06", "2025-07", "2025-08" })
        {
            foreach (var provider in Directory.EnumerateDirectories(world.At("later")))
            {
                var to = Path.Combine(world.Landing, Path.GetFileName(provider));
                Directory.CreateDirectory(to);
                Directory.Move(Path.Combine(provider, month), Path.Combine(to, month));
            }

            await inPieces.RunAll();
        }

        var expected = SmallWorld.Snapshot(atOnce.Folder);
        var found = SmallWorld.Snapshot(inPieces.Folder);
        SmallWorld.AssertSame(expected, found.Where(file => !file.Key.StartsWith("restricted/_runs/", StringComparison.Ordinal) || expected.ContainsKey(file.Key)).ToDictionary());
    }

    [Fact]
    public async Task Run_SecondTime_DoesNothing()
    {
        Region();
        var lake = new SmallLake(world);
        await lake.RunAll();
        var before = SmallWorld.Snapshot(lake.Folder);
        var report = await lake.RunAll();
        Assert.All(report.Ingested, result => Assert.Equal(IngestOutcome.JudgedBefore, result.Outcome));
        Assert.All(report.Computed, result => Assert.False(result.Computed));
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Run_UnchangedUpload_ChangesNoFigureAndNoRun()
    {
        new SmallUpload("RWR", June, "first", Monday, people: 3).WriteTo(world.Landing);
        var lake = new SmallLake(world);
        await lake.RunAll();
        var before = SmallWorld.Snapshot(world.At("lake", "marts"));
        new SmallUpload("RWR", June, "second", Monday.AddDays(1), people: 3).WriteTo(world.Landing);
        var report = await lake.RunAll();
        Assert.Contains(report.Ingested, result => result.Row.State == LedgerState.Unchanged);
        Assert.All(report.Computed, result => Assert.False(result.Computed));
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(world.At("lake", "marts")));
    }

    /// <summary>submission.md §1: a rejected one changes nothing, and an older one does not become current.</summary>
    [Theory]
    [InlineData("rejected")]
    [InlineData("older")]
    public async Task Run_UploadThatDoesNotBecomeCurrent_ChangesNoFigureAndNoRun(string what)
    {
        new SmallUpload("RWR", June, "first", Monday, people: 3).WriteTo(world.Landing);
        var lake = new SmallLake(world);
        await lake.RunAll();
        var before = SmallWorld.Snapshot(world.At("lake", "marts"));
        for (var i = 1; i <= 2; i++)
        {
            var upload = new SmallUpload("RWR", June, $"{what}-{i}", Monday.AddHours(what == "older" ? -i : i), people: 4);
            (what == "older" ? upload : upload.Without("beds.csv")).WriteTo(world.Landing);
            var report = await lake.RunAll();
            Assert.Equal(
                what == "older" ? LedgerState.Published : LedgerState.Rejected, report.Ingested.Single(result => result.Row.Upload == upload.Name).Row.State);
            Assert.All(report.Computed, result => Assert.False(result.Computed));
            SmallWorld.AssertSame(before, SmallWorld.Snapshot(world.At("lake", "marts")));
        }

        Assert.Equal("first", await lake.Current("RWR", June));
        Assert.Equal("RWR-2025-06-first", await lake.Copied("RWR", June));
    }

    [Fact]
    public async Task Run_MonthThatWasMissing_CountsAsRejectedFromTheFirstRejectedUploadOn()
    {
        new SmallUpload("RWR", June, "first", Monday, people: 3).WriteTo(world.Landing);
        var lake = new SmallLake(world);
        await lake.RunAll();
        foreach (var (name, computes) in new[] { ("refused", true), ("again", false) })
        {
            new SmallUpload("RYK", June, name, Monday).Without("beds.csv").WriteTo(world.Landing);
            Assert.Equal(computes, Assert.Single((await lake.RunAll()).Computed).Computed);
        }
    }

    /// <summary>An older upload that came before the cut-off makes a late month one in time: K25 changes, and with it the run.</summary>
    [Fact]
    public async Task Run_OlderUploadThatWasInTime_IsANewRun()
    {
        var cutOff = new DateTime(2025, 7, 21, 22, 59, 0, DateTimeKind.Utc);
        new SmallUpload("RWR", June, "late", cutOff.AddDays(5), people: 3).WriteTo(world.Landing);
        var lake = new SmallLake(world);
        await lake.RunAll();
        foreach (var (name, created, computes) in new[] { ("later", cutOff.AddDays(1), false), ("in-time", cutOff.AddDays(-1), true) })
        {
            new SmallUpload("RWR", June, name, created, people: 4).WriteTo(world.Landing);
            Assert.Equal(computes, Assert.Single((await lake.RunAll()).Computed).Computed);
            Assert.Equal("late", await lake.Current("RWR", June));
        }
    }

    [Fact]
    public async Task Run_ComputesEveryMonthFromFirstToLastAccepted()
    {
        new SmallUpload("RWR", June, "first", Monday).WriteTo(world.Landing);
        new SmallUpload("RWR", June + 2, "first", Monday).WriteTo(world.Landing);
        new SmallUpload("RWR", June + 5, "refused", Monday.AddMonths(5)).Without("beds.csv").WriteTo(world.Landing);
        Assert.Equal([June, June + 1, June + 2], (await new SmallLake(world).RunAll()).Computed.Select(result => result.Period));
        Assert.Equal([June + 1], (await new SmallLake(world, "one").RunAll(June + 1)).Computed.Select(result => result.Period));
    }

    [Fact]
    public async Task Run_UploadsInOrderReceived_WhateverTheirNames()
    {
        new SmallUpload("RWR", June, "a", Monday.AddDays(2), people: 3).WriteTo(world.Landing);
        new SmallUpload("RWR", June, "b", Monday, people: 3).WriteTo(world.Landing);
        var report = await new SmallLake(world).RunAll();
        Assert.Equal(["b", "a"], report.Ingested.Select(result => result.Row.Upload));
        Assert.Equal([LedgerState.Published, LedgerState.Unchanged], report.Ingested.Select(result => result.Row.State));
    }

    [Fact]
    public async Task Run_Zip_IsTakenInAsTheFolderIs()
    {
        var upload = new SmallUpload("RWR", June, "first", Monday);
        var folder = upload.WriteTo(world.Landing);
        await new SmallLake(world, "folder").RunAll();
        ZipFile.CreateFromDirectory(folder, folder + ".zip");
        Directory.Delete(folder, recursive: true);
        await new SmallLake(world, "zip").RunAll();
        SmallWorld.AssertSame(SmallWorld.Snapshot(world.At("folder")), SmallWorld.Snapshot(world.At("zip")));
    }

    [Fact]
    public async Task Run_ZipThatCannotBeRead_IsAnsweredAndDoesNotStopTheOthers()
    {
        new SmallUpload("RWR", June, "good", Monday).WriteTo(world.Landing);
        await File.WriteAllTextAsync(Path.Combine(world.Landing, "RWR", "2025-06", "bad.zip"), "no zip");
        var report = await new SmallLake(world).RunAll();
        Assert.Equal(LedgerState.Published, report.Ingested.Single(result => result.Row.Upload == "good").Row.State);
        Assert.Equal(LedgerState.Rejected, report.Ingested.Single(result => result.Row.Upload == "bad").Row.State);
        Assert.Equal(["SUB006"], (await Findings("bad")).Select(finding => finding[..6]));
        Assert.Contains("bad.zip cannot be read to its end: The file is not a readable zip", Assert.Single(await Findings("bad")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ZipThatIsDamagedInside_IsAnsweredAndNotTriedAgain()
    {
        var zip = new ZipBuilder();
        foreach (var (name, bytes) in new SmallUpload("RWR", June, "bad", Monday).Files)
        {
            zip.With(name, bytes);
        }

        var whole = zip.Build();
        whole[whole.AsSpan().IndexOf("beds.csv"u8) + 40] ^= 0x55;
        Directory.CreateDirectory(Path.Combine(world.Landing, "RWR", "2025-06"));
        await File.WriteAllBytesAsync(Path.Combine(world.Landing, "RWR", "2025-06", "bad.zip"), whole);
        var lake = new SmallLake(world);
        Assert.Equal(LedgerState.Rejected, Assert.Single((await lake.RunAll()).Ingested).Row.State);
        Assert.Contains("damaged", Assert.Single(await Findings("bad")), StringComparison.Ordinal);
        Assert.Equal(IngestOutcome.JudgedBefore, Assert.Single((await lake.RunAll()).Ingested).Outcome);
    }

    /// <summary>Where CSV files are uploaded, a zip is unpacked by nobody.</summary>
    [Theory]
    [InlineData(true, "a zip is not unpacked in the landing area")]
    [InlineData(false, "The file is not a readable zip")]
    public async Task Run_FolderWithAZipAndNoManifest_IsAnswered(bool good, string says)
    {
        var folder = Directory.CreateDirectory(Path.Combine(world.Landing, "RWR", "2025-06", "zipped")).FullName;
        var zip = new ZipBuilder().With("submission.csv", new SmallUpload("RWR", June, "zipped", Monday).Files["submission.csv"]).Build();
        await File.WriteAllBytesAsync(Path.Combine(folder, "june.zip"), good ? zip : zip[..^30]);
        var lake = new SmallLake(world);
        Assert.Equal(LedgerState.Rejected, Assert.Single((await lake.RunAll()).Ingested).Row.State);
        Assert.Contains($"june.zip cannot be read to its end: {says}", Assert.Single(await Findings("zipped")), StringComparison.Ordinal);
        Assert.Equal(IngestOutcome.JudgedBefore, Assert.Single((await lake.RunAll()).Ingested).Outcome);
    }

    [Fact]
    public async Task Run_OlderUploadJudgedLater_SaysThatANewerStands()
    {
        new SmallUpload("RWR", June, "first", Monday, people: 3).WriteTo(world.Landing);
        var lake = new SmallLake(world);
        Assert.Null(Assert.Single((await lake.RunAll()).Ingested).NewerUpload);
        new SmallUpload("RWR", June, "older", Monday.AddHours(-1), people: 4).WriteTo(world.Landing);
        Assert.Equal("first", (await lake.RunAll()).Ingested.Single(result => result.Row.Upload == "older").NewerUpload);
        Assert.Contains("\"newer_upload\": \"first\"", await Feedback("older", "summary.json"), StringComparison.Ordinal);
        Assert.Contains("\"newer_upload\": null", await Feedback("first", "summary.json"), StringComparison.Ordinal);
        var report = await Feedback("older", "report.html");
        Assert.Contains("Accepted, but a newer upload stands", report, StringComparison.Ordinal);
        Assert.Contains("Your upload first for the month was received after this one and is the one that counts", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OlderUploadJudgedAfterAnUnchangedOne_LeavesTheLastWord()
    {
        new SmallUpload("RWR", June, "first", Monday, people: 3).WriteTo(world.Landing);
        new SmallUpload("RWR", June, "again", Monday.AddHours(2), people: 3).WriteTo(world.Landing);
        var lake = new SmallLake(world);
        await lake.RunAll();
        new SmallUpload("RWR", June, "between", Monday.AddHours(1), people: 4).WriteTo(world.Landing);
        Assert.Equal("again", (await lake.RunAll()).Ingested.Single(result => result.Row.Upload == "between").NewerUpload);
        Assert.Equal("first", (await CurrentSubmissions.Of(lake.Ledger, "RWR", June))!.Upload);
    }

    [Fact]
    public async Task Run_ContentThatCameInTimeJudgedAfterALateOne_IsInTime()
    {
        var august = new Month(2025, 8);
        new SmallUpload("RWR", august, "late", Monday.AddDays(60)).WriteTo(world.Landing);
        var lake = new SmallLake(world);
        await lake.RunAll();
        Assert.Equal("late", await State());
        new SmallUpload("RWR", august, "in-time", Monday).WriteTo(world.Landing);
        await lake.RunAll();
        Assert.Equal("accepted", await State());

        async Task<string?> State()
        {
            var coverage = (await lake.Parquet("marts/coverage/period=2025-08/data.parquet"))!.Read();
            var row = Enumerable.Range(0, coverage.RowCount).First(i => coverage.Text("provider")[i] == "RWR");
            return coverage.Text("state")[row];
        }
    }

    [Fact]
    public async Task Find_WhatIsNoUpload_IsNamedWithTheReason()
    {
        new SmallUpload("RWR", June, "good", Monday).WriteTo(world.Landing);
        new SmallUpload("RWR", June, "waiting", Monday).Without("submission.csv").WriteTo(world.Landing);
        foreach (var name in new[] { "notes.txt", "RWR/2025-06.txt", "rwr/2025-06/first/submission.csv", "RWR/June/first/submission.csv", "RWR/9999-12/first/submission.csv", "RWR/0001-01/first/submission.csv", "RWR/2025-06/-x/submission.csv" })
        {
            var file = Path.Combine(world.Landing, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, "");
        }

        var found = await LocalLanding.Find(new SmallLake(world).Store, world.Landing);
        Assert.Equal(["RWR-2025-06-good"], found.Uploads.Select(upload => upload.Identity.Id));
        Assert.Equal(8, found.PassedOver.Count);
        Assert.Contains("RWR/2025-06/waiting: no submission.csv, so the upload is not complete", found.PassedOver);
    }

    Task<string> Feedback(string upload, string file) => File.ReadAllTextAsync(world.At("lake", "feedback", "RWR", "2025-06", upload, file));

    async Task<IEnumerable<string>> Findings(string upload) =>
        (await Feedback(upload, "findings.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);

    /// <summary>Two trusts, three months, a resubmission, a rejection and a repeated upload.</summary>
    void Region()
    {
        for (var month = June; month <= June + 2; month += 1)
        {
            var created = Monday.AddMonths(month - June - 2);
            new SmallUpload("RWR", month, "first", created, people: 12).WriteTo(world.Landing);
            new SmallUpload("RYK", month, "first", created.AddHours(1), people: 9, placed: 4).WriteTo(world.Landing);
        }

        new SmallUpload("RWR", June, "again", Monday.AddMonths(-2).AddDays(3), people: 14).WriteTo(world.Landing);
        new SmallUpload("RYK", June + 1, "refused", Monday.AddMonths(-1).AddDays(3), people: 9).Without("spells.csv").WriteTo(world.Landing);
        new SmallUpload("RYK", June + 2, "twice", Monday.AddDays(1), people: 9, placed: 4).WriteTo(world.Landing);
    }
}
