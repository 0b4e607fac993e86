using Homeward.Lake.Folder;
using Homeward.Lake.Tests.Contract;

namespace Homeward.Lake.Tests.Folder;

public sealed class FolderLakeTests : LakeStoreContract, IDisposable
{
    readonly TemporaryFolder folder = new();

    public FolderLakeTests() => Store = new FolderLake(folder.At("lake"));

    protected override ILakeStore Store { get; }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Put_ClockStandsStill_StillMakesAnotherVersion()
    {
        var store = new FolderLake(folder.At("still"), new StandingClock());
        var path = LakePath.Parse("marts/a");
        var versions = new HashSet<ETag>();
        for (var i = 0; i < 5; i++)
        {
            Assert.True(versions.Add(await store.Put(path, Bytes("same"))));
        }
    }

    [Fact]
    public async Task Put_Done_LeavesOnlyTheFileBehind()
    {
        var path = LakePath.Parse("marts/kpi/a.txt");
        await Store.Put(path, Bytes("one"));
        await Store.PutIfAbsent(path, Bytes("two"));
        Assert.Empty(Directory.EnumerateFiles(folder.At("lake", ".work", "tmp")));
        Assert.Equal([folder.At("lake", "marts", "kpi", "a.txt")], Directory.EnumerateFiles(folder.At("lake", "marts"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void PutIfAbsent_InTheSameMoment_OneWins()
    {
        for (var round = 0; round < 300; round++)
        {
            var path = LakePath.Parse($"marts/{round}");
            var won = new bool[4];
            using var start = new Barrier(won.Length);
            var writers = won.Select((_, i) => new Thread(() =>
            {
                start.SignalAndWait();
                won[i] = Store.PutIfAbsent(path, Bytes($"{i}")).Result is not null;
            })).ToList();
            writers.ForEach(writer => writer.Start());
            writers.ForEach(writer => writer.Join());
            Assert.Single(won, true);
        }
    }

    [Fact]
    public async Task Put_TargetIsAFolder_LeavesNothingBehind()
    {
        Directory.CreateDirectory(folder.At("lake", "marts", "a"));
        await Assert.ThrowsAnyAsync<Exception>(() => Store.Put(LakePath.Parse("marts/a"), Bytes("one")));
        Assert.Empty(Directory.EnumerateFiles(folder.At("lake", ".work", "tmp")));
    }

    [Fact]
    public async Task List_HostileNames_AreReportedWithoutAPath()
    {
        var landing = folder.At("lake", "landing", "RWR", "2025-08", "first");
        Directory.CreateDirectory(landing);
        await File.WriteAllTextAsync(Path.Combine(landing, "ward stays.csv"), "x");
        await File.WriteAllTextAsync(Path.Combine(landing, "..%2f..%2fx.csv"), "x");
        await File.WriteAllTextAsync(Path.Combine(landing, "spells.csv"), "x");
        var entries = await Store.List(LakeFolder.Of(Zone.Landing, "RWR")).ToListAsync();
        Assert.Equal(["2025-08/first/spells.csv", "2025-08/first/ward stays.csv"], entries.Select(entry => entry.Name));
        Assert.Equal([true, false], entries.Select(entry => entry.Path is not null));
    }

    [Fact]
    public async Task List_LinkOutOfTheLake_IsNotFollowed()
    {
        Directory.CreateDirectory(folder.At("outside"));
        await File.WriteAllTextAsync(folder.At("outside", "secret.csv"), "x");
        Directory.CreateDirectory(folder.At("lake", "landing"));
        Directory.CreateSymbolicLink(folder.At("lake", "landing", "RWR"), folder.At("outside"));
        Assert.Empty(await Store.List(LakeFolder.Of(Zone.Landing)).ToListAsync());
    }

    [Fact]
    public async Task Landing_Elsewhere_IsReadThere()
    {
        Directory.CreateDirectory(folder.At("inbox", "RWR"));
        await File.WriteAllTextAsync(folder.At("inbox", "RWR", "a.csv"), "x");
        var store = new FolderLake(folder.At("lake"), elsewhere: new Dictionary<Zone, string> { [Zone.Landing] = folder.At("inbox") });
        Assert.Equal(["RWR/a.csv"], (await store.List(LakeFolder.Of(Zone.Landing)).ToListAsync()).Select(entry => entry.Name));
        Assert.NotNull(await store.Get(LakePath.Parse("landing/RWR/a.csv")));
    }

    sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddYears(50);
    }
}
