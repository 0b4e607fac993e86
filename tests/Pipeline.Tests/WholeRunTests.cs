using System.IO.Compression;
using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Ingest;
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
    public async Task Run_ZipThatCannotBeRead_DoesNotStopTheOthers()
    {
        new SmallUpload("RWR", June, "good", Monday).WriteTo(world.Landing);
        await File.WriteAllTextAsync(Path.Combine(world.Landing, "RWR", "2025-06", "bad.zip"), "no zip");
        var report = await new SmallLake(world).RunAll();
        Assert.Equal("RWR-2025-06-bad", Assert.Single(report.Unreadable).Identity.Id);
        Assert.Equal(LedgerState.Published, Assert.Single(report.Ingested).Row.State);
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
