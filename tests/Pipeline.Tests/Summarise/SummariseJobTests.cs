using System.Security.Cryptography;
using System.Text.Json;
using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Pipeline.Summarise;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests.Summarise;

public sealed class SummariseJobTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);
    static readonly LakePath Comparison = LakePath.Parse("marts/comparison.parquet");

    readonly SmallWorld world = new();
    readonly SmallLake lake;

    public SummariseJobTests()
    {
        world.Reference(("collaboratives.csv", "collaborative,name,baseline_from,baseline_to\nOUR,Our Collaborative,2025-07,2025-07\n"));
        lake = new(world);
    }

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_AfterEveryPeriod_MakesWhatSpansThem()
    {
        var summary = (await Region()).Summary!;

        Assert.Equal(SummariseOutcome.Summarised, summary.Outcome);
        foreach (var path in (string[])["marts/comparison.parquet", "marts/spc.parquet", "marts/dim_measure.parquet", "restricted/comparison.parquet", "restricted/spc.parquet"])
        {
            Assert.Equal(summary.RunId, (await lake.Parquet(path))!.Metadata["run_id"]);
        }

        Assert.Equal(
            [
                "sender=RWR/worklist.csv", "sender=RWR/worklist.html", "sender=RWR/worklist.parquet",
                "sender=RYK/worklist.csv", "sender=RYK/worklist.html", "sender=RYK/worklist.parquet",
            ],
            (await lake.Store.List(LakeFolder.Of(Zone.Casework, "worklist")).ToListAsync()).Select(entry => entry.Name));
    }

    [Fact]
    public async Task Run_Manifest_NamesThePeriodsRunsAndEveryMart()
    {
        var report = await Region();
        using var json = JsonDocument.Parse((await lake.Store.Get(LakePath.Parse("marts/_run.json")))!.Bytes);
        Assert.Equal(
            report.Computed.Select(run => (run.Period.ToString(), run.RunId)),
            json.RootElement.GetProperty("periods").EnumerateObject().Select(run => (run.Name, run.Value.GetString()!)));
        var named = json.RootElement.GetProperty("files").EnumerateObject().ToList();
        Assert.True(named.Count > 8);
        foreach (var file in named)
        {
            Assert.StartsWith("marts/", file.Name, StringComparison.Ordinal);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData((await lake.Store.Get(LakePath.Parse(file.Name)))!.Bytes)), file.Value.GetString());
        }
    }

    [Fact]
    public async Task Run_NothingNew_IsUpToDateAndChangesNothing()
    {
        var first = (await Region()).Summary!;
        var before = SmallWorld.Snapshot(lake.Folder);
        var again = await lake.Summarise.Run();
        Assert.Equal((SummariseOutcome.UpToDate, first.RunId), (again.Outcome, again.RunId));
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Run_EmptyLake_DoesNothing()
    {
        Assert.Equal((SummariseOutcome.UpToDate, null), ((await lake.Summarise.Run()).Outcome, (await lake.Summarise.Run()).RunId));
        Assert.False(Directory.Exists(world.At("lake", "marts")));
    }

    [Fact]
    public async Task Run_WhileAPeriodIsBehind_WaitsAndNamesIt()
    {
        await Region();
        await lake.Take(new("RWR", August, "again", Monday.AddDays(1), people: 14));
        var before = SmallWorld.Snapshot(lake.Folder);

        var waiting = await lake.Summarise.Run();

        Assert.Equal(SummariseOutcome.Waiting, waiting.Outcome);
        Assert.Equal([August - 1, August], waiting.Behind);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
        await lake.Compute.Run(August - 1);
        Assert.Equal([August], (await lake.Summarise.Run()).Behind);
        await lake.Compute.Run(August);
        Assert.Equal(SummariseOutcome.Summarised, (await lake.Summarise.Run()).Outcome);
    }

    [Fact]
    public async Task Run_NobodyAwayAnyMore_EmptiesTheSendersWorklist()
    {
        await Region();
        Assert.Equal(["RWR", "RYK"], await Senders()); // every member has a list
        Assert.Equal(["RWR"], await Owners());
        await lake.Take(new SmallUpload("RYK", August, "again", Monday.AddDays(1), people: 0));
        await lake.RunAll();
        Assert.Empty(await Owners());
        Assert.Equal(["RWR", "RYK"], await Senders());
        Assert.Equal(0, (await lake.Parquet("casework/worklist/sender=RWR/worklist.parquet"))!.RowCount);
    }

    [Fact]
    public async Task Run_CopiesLostOrForeign_ArePutRight()
    {
        await Region();
        var before = SmallWorld.Snapshot(lake.Folder);
        await lake.Store.Delete(LakePath.Parse("marts/spc.parquet"));
        await lake.Store.Put(Comparison, "an older one"u8.ToArray());
        await lake.Store.Put(LakePath.Parse("casework/worklist/sender=GONE/worklist.csv"), "left behind"u8.ToArray());

        Assert.Equal(SummariseOutcome.Summarised, (await lake.Summarise.Run()).Outcome);

        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Run_SeveralAtOnceWhileAReaderPolls_EndTheSameAndNoHalfFileIsSeen()
    {
        await Region();
        await lake.Take(new("RWR", August, "again", Monday.AddDays(1), people: 15));
        foreach (var period in (Month[])[August - 1, August])
        {
            await lake.Compute.Run(period);
        }

        using var stop = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (!stop.IsCancellationRequested)
            {
                seen.Add(ParquetReader.Open((await lake.Store.Get(Comparison))!.Bytes).Metadata["run_id"]);
            }

            return seen;
        });
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => lake.Summarise.Run())));
        await stop.CancelAsync();

        Assert.InRange((await reader).Count, 1, 2);
        var id = Assert.Single(results.Select(result => result.RunId).Distinct());
        Assert.Equal(id, (await lake.Parquet("marts/comparison.parquet"))!.Metadata["run_id"]);
        Assert.Equal(SummariseOutcome.UpToDate, (await lake.Summarise.Run()).Outcome);
    }

    async Task<IReadOnlyList<string>> Senders() =>
        await lake.Store.List(LakeFolder.Of(Zone.Casework, "worklist")).Select(entry => entry.Name.Split('/')[0]["sender=".Length..]).Distinct().ToListAsync();

    /// <summary>Owners of rows in the newest period's exact worklist.</summary>
    async Task<IReadOnlyList<string>> Owners()
    {
        var worklist = (await lake.Parquet($"restricted/worklist/period={August}/data.parquet"))!.Read();
        var owner = worklist.Text("owner");
        return [.. Enumerable.Range(0, worklist.RowCount).Select(row => owner[row]!).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Two months of two trusts, the first sending four people to the second.</summary>
    async Task<RunReport> Region()
    {
        for (var month = August - 1; month <= August; month += 1)
        {
            new SmallUpload("RWR", month, "first", Monday.AddMonths(month - August), people: 12).WriteTo(world.Landing);
            new SmallUpload("RYK", month, "first", Monday.AddMonths(month - August), people: 9, placed: 4).WriteTo(world.Landing);
        }

        return await lake.RunAll();
    }
}
