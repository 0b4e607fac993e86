using System.Security.Cryptography;
using System.Text.Json;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Pipeline.Tests.Uploads;
using Homeward.Submissions.Curated;

namespace Homeward.Pipeline.Tests.Compute;

public sealed class ComputeJobTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();
    readonly SmallLake lake;

    public ComputeJobTests() => lake = new(world);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_OnePeriod_CommitsAndCopiesWhatItWroteOnce()
    {
        await lake.Take(Upload("RWR", "first"));
        var result = await lake.Compute.Run(August);

        Assert.True(result.Computed);
        Assert.Equal(result.RunId, (await lake.Ledger.Run(August))!.Row.RunId);
        var files = await lake.Store.List(LakePaths.Run(August, result.RunId)).ToListAsync();
        Assert.Contains("marts/kpi/period=2025-08/data.parquet", files.Select(file => file.Name));
        Assert.Contains("restricted/kpi/period=2025-08/data.parquet", files.Select(file => file.Name));
        foreach (var file in files.Where(file => file.Name != LakePaths.RunFile))
        {
            var copy = await lake.Store.Get(LakePath.Parse(file.Name));
            Assert.Equal((await lake.Store.Get(file.Path!.Value))!.Bytes, copy!.Bytes);
        }

        Assert.Equal(result.RunId, (await lake.Parquet("marts/kpi/period=2025-08/data.parquet"))!.Metadata["run_id"]);
    }

    [Fact]
    public async Task Run_EveryPeriodFolder_NamesItsRunAndFiles()
    {
        await lake.Take(Upload("RWR", "first"));
        var result = await lake.Compute.Run(August);
        var folders = (await lake.Store.List(LakeFolder.Of(Zone.Marts)).Concat(lake.Store.List(LakeFolder.Of(Zone.Restricted))).ToListAsync())
            .Where(file => file.Name.Contains("period=2025-08/", StringComparison.Ordinal) && !file.Name.StartsWith("_runs", StringComparison.Ordinal))
            .Select(file => file.Path!.Value)
            .GroupBy(path => path.ToString()[..^path.FileName.Length]).ToList();
        Assert.NotEmpty(folders);
        foreach (var folder in folders)
        {
            var manifest = await lake.Store.Get(LakePath.Parse(folder.Key + LakePaths.RunFile));
            using var json = JsonDocument.Parse(manifest!.Bytes);
            Assert.Equal(result.RunId, json.RootElement.GetProperty("runId").GetString());
            Assert.Equal("RWR-2025-08-first", json.RootElement.GetProperty("submissions")[0].GetProperty("submission").GetString());
            var named = json.RootElement.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString());
            var there = folder.Where(path => path.FileName != LakePaths.RunFile).ToList();
            Assert.Equal(there.Select(path => path.ToString()).Order(StringComparer.Ordinal), named.Keys);
            foreach (var path in there)
            {
                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData((await lake.Store.Get(path))!.Bytes)), named[path.ToString()]);
            }
        }
    }

    [Fact]
    public async Task Run_NothingNew_ComputesNothing()
    {
        await lake.Take(Upload("RWR", "first"));
        await lake.Compute.Run(August);
        var before = SmallWorld.Snapshot(lake.Folder);
        Assert.False((await lake.Compute.Run(August)).Computed);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Run_ResubmissionOrRejection_IsAnotherRun()
    {
        await lake.Take(Upload("RWR", "first"));
        var first = await lake.Compute.Run(August);
        await lake.Take(Upload("RWR", "second", Monday.AddDays(1), people: 6));
        var second = await lake.Compute.Run(August);
        await lake.Take(Upload("RYK", "first").Without("beds.csv"));
        var third = await lake.Compute.Run(August);
        Assert.Equal([true, true, true], new[] { first, second, third }.Select(run => run.Computed));
        Assert.Equal(3, new[] { first, second, third }.Select(run => run.RunId).Distinct().Count());
    }

    [Fact]
    public async Task Run_UploadOutOfReach_IsTheSameRun()
    {
        await lake.Take(Upload("RWR", "first"));
        var first = await lake.Compute.Run(August);
        await lake.Take(new SmallUpload("RYK", August + 6, "first", Monday.AddMonths(6)));
        Assert.Equal(first with { Computed = false }, await lake.Compute.Run(August));
    }

    [Fact]
    public async Task Run_OtherReferenceOrSettings_IsAnotherRun()
    {
        await lake.Take(Upload("RWR", "first"));
        var first = await lake.Compute.Run(August);
        world.Reference(("settings.json", """{"exactTotals": false}"""));
        Assert.NotEqual(first.RunId, (await new SmallLake(world).Compute.Run(August)).RunId);
    }

    [Fact]
    public async Task Run_CopyLost_IsCopiedAgain()
    {
        await lake.Take(Upload("RWR", "first"));
        await lake.Compute.Run(August);
        var before = SmallWorld.Snapshot(lake.Folder);
        await lake.Store.Delete(LakePath.Parse($"marts/kpi/period=2025-08/{LakePaths.RunFile}"));
        await lake.Store.Put(LakePath.Parse("marts/kpi/period=2025-08/data.parquet"), "an older run's"u8.ToArray());
        await lake.Compute.Run(August);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(lake.Folder));
    }

    [Fact]
    public async Task Run_SupersededMeanwhile_IsComputedAgain()
    {
        await lake.Take(Upload("RWR", "first"));
        var second = Upload("RWR", "second", Monday.AddDays(1), people: 6);
        var racing = new SmallLake(world) { Store = new MeanwhileStore(lake.Store, LakePaths.RunFile, () => lake.Take(second)) };
        var result = await racing.Compute.Run(August);
        Assert.Equal(result.RunId, (await lake.Ledger.Run(August))!.Row.RunId);
        Assert.Equal(result with { Computed = false }, await lake.Compute.Run(August));
    }

    [Fact]
    public async Task Run_MixedKeys_IsRefused()
    {
        await lake.Take(Upload("RWR", "first"));
        var other = new SmallLake(world, keys: new PseudonymKeys("other-key", new byte[32], new byte[32]));
        await other.Take(Upload("RYK", "first"));
        var e = await Assert.ThrowsAsync<InvalidDataException>(() => lake.Compute.Run(August));
        Assert.Contains("other-key", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_VersionFileMissingOrDamaged_SaysWhich()
    {
        var row = (await lake.Take(Upload("RWR", "first"))).Row;
        var spells = LakePaths.Version("RWR", August, "first", row.ContentSha256!).File("spells.parquet");
        await lake.Store.Put(spells, "not parquet"u8.ToArray());
        Assert.Contains($"{spells}", await Problem(), StringComparison.Ordinal);
        await lake.Store.Delete(spells);
        Assert.Contains($"{spells}", await Problem(), StringComparison.Ordinal);
        var failed = (await lake.Ledger.Run(August))!.Row;
        Assert.Equal((null, 2), (failed.RunId, failed.Failures));
        Assert.Contains($"{spells} is missing though the ledger names it", failed.Problem, StringComparison.Ordinal);
        Assert.EndsWith(", 2 times", failed.Problem, StringComparison.Ordinal);
        Assert.Empty(await lake.Store.List(LakeFolder.Of(Zone.Marts)).ToListAsync());
    }

    async Task<string> Problem() => (await Record.ExceptionAsync(() => lake.Compute.Run(August)))!.GetBaseException().Message;

    static SmallUpload Upload(string provider, string name, DateTime? created = null, int people = 3) =>
        new(provider, August, name, created ?? Monday, people);

    /// <summary>Does something once, just before a file is put.</summary>
    sealed class MeanwhileStore(ILakeStore inner, string before, Func<Task> something) : ILakeStore
    {
        bool done;

        public Task<LakeFile?> Get(LakePath path, CancellationToken cancel = default) => inner.Get(path, cancel);

        public Stream Open(LakePath path, ETag version) => inner.Open(path, version);

        public Task<ETag> Put(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) => inner.Put(path, bytes, cancel);

        public async Task<ETag?> PutIfAbsent(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
        {
            if (!done && path.FileName == before)
            {
                done = true;
                await something();
            }

            return await inner.PutIfAbsent(path, bytes, cancel);
        }

        public Task<ETag?> PutIfMatch(LakePath path, ReadOnlyMemory<byte> bytes, ETag version, CancellationToken cancel = default) =>
            inner.PutIfMatch(path, bytes, version, cancel);

        public Task<bool> Delete(LakePath path, CancellationToken cancel = default) => inner.Delete(path, cancel);

        public IAsyncEnumerable<LakeEntry> List(LakeFolder folder, CancellationToken cancel = default) => inner.List(folder, cancel);
    }
}
