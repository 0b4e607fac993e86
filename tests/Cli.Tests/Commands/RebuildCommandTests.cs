using Homeward.Columns;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Cli.Tests.Commands;

public sealed class RebuildCommandTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Created = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public RebuildCommandTests()
    {
        new SmallUpload("RWR", August, "first", Created, people: 9).WriteTo(world.Landing);
        new SmallUpload("RYK", August, "first", Created, people: 8, placed: 7).WriteTo(world.Landing);
    }

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Rebuild_AfterALoss_PutsItBackAndSaysWhatItKept()
    {
        await Homeward("run");
        var before = SmallWorld.Snapshot(world.At("lake"));
        Directory.Delete(world.At("lake", "marts"), recursive: true);
        Directory.Delete(Path.Combine(world.Landing, "RYK"), recursive: true);

        var answer = await Homeward("rebuild");

        Assert.Equal(Exit.Done, answer.Exit);
        Assert.Contains("1 submission judged again: 1 accepted, 0 rejected, 0 unchanged.", answer.Out, StringComparison.Ordinal);
        Assert.Contains("Kept as they are (1):\n  RYK-2025-08-first: its landing is gone", answer.Out, StringComparison.Ordinal);
        SmallWorld.AssertSame(before, SmallWorld.Snapshot(world.At("lake")));
    }

    [Fact]
    public async Task Rebuild_SomethingLost_Is1AndSaysWhat()
    {
        await Homeward("run");
        Directory.Delete(Path.Combine(world.Landing, "RYK"), recursive: true);
        Directory.Delete(world.At("lake", "curated", "_versions", "RYK"), recursive: true);
        var answer = await Homeward("rebuild", "--json");
        Assert.Equal(Exit.AnswerIsNo, answer.Exit);
        Assert.Equal(2, answer.Json.GetProperty("lost").GetArrayLength());
        Assert.StartsWith("2025-08: its figures stay as they are.", answer.Json.GetProperty("lost")[1].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebuild_NoLake_SaysSo()
    {
        var answer = await Homeward("rebuild");
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains("no ledger", answer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(world.At("lake")));
    }

    [Fact]
    public async Task Run_FileThatCameTooLate_IsNamed()
    {
        await Homeward("run");
        await File.WriteAllTextAsync(Path.Combine(world.Landing, "RWR", "2025-08", "first", "oaps.csv"), "OAPID\n");
        Assert.Contains(
            "Files that came too late and were not read (SUB010):\n  RWR-2025-08-first: oaps.csv; send everything again under a new upload name",
            (await Homeward("run")).Out,
            StringComparison.Ordinal);
    }

    Task<Answer> Homeward(string command, params string[] more) => Shell.Homeward(
        [command, "--landing", world.Landing, "--lake", world.At("lake"), "--reference", world.ReferenceFolder, "--demo-key", .. more]);
}
