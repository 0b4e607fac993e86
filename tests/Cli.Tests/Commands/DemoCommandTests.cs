using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Cli.Tests.Commands;

public sealed class DemoCommandTests : IDisposable
{
    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Demo_EastOfEngland_EqualsEveryPublishedFigure()
    {
        var answer = await Shell.Homeward("demo", "--scenario", "east-of-england", "--out", world.At("demo"), "--json");
        var story = Assert.Single(answer.Json.EnumerateArray());
        Assert.Empty(story.GetProperty("figures").EnumerateArray().Where(figure => !figure.GetProperty("equal").GetBoolean()).Select(figure => figure.ToString()));
        Assert.Equal(6, story.GetProperty("figures").GetArrayLength());
        Assert.Equal(32, story.GetProperty("periods").GetInt32());
        Assert.InRange(story.GetProperty("accepted").GetInt32(), 250, 400);
        Assert.InRange(story.GetProperty("rejected").GetInt32(), 1, 20);
        Assert.Equal(Exit.Done, answer.Exit);
    }

    [Fact]
    public async Task Demo_FolderOfSomethingElse_IsLeftAlone()
    {
        var mine = world.At("demo", "east-of-england", "mine.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(mine)!);
        await File.WriteAllTextAsync(mine, "mine");
        var answer = await Shell.Homeward("demo", "--scenario", "east-of-england", "--out", world.At("demo"));
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains("not empty", answer.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(mine));
    }

    [Fact]
    public async Task Synth_Size_MakesThatManyUploadsThatRun()
    {
        var made = await Shell.Homeward("synth", "--out", world.At("s"), "--providers", "2", "--months", "2", "--rows", "30", "--json");
        Assert.Equal(4, made.Json.GetProperty("uploads").GetInt32());
        var run = await Shell.Homeward("run", "--landing", world.At("s", "landing"), "--lake", world.At("s", "lake"), "--reference", world.At("s", "reference"), "--demo-key", "--json");
        Assert.Equal(4, run.Json.GetProperty("accepted").GetInt32());
        Assert.Equal(2, run.Json.GetProperty("periodsComputed").GetArrayLength());
    }

    [Fact]
    public async Task Synth_Scenario_WritesLandingAndReference()
    {
        var answer = await Shell.Homeward("synth", "--out", world.At("s"), "--scenario", "east-of-england", "--seed", "7", "--json");
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.InRange(answer.Json.GetProperty("uploads").GetInt32(), 250, 400);
        Assert.True(File.Exists(world.At("s", "reference", "organisations.csv")));
        Assert.Equal(Exit.BadInput, (await Shell.Homeward("synth", "--out", world.At("s"), "--scenario", "east-of-england")).Exit);
    }
}
