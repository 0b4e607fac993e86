using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Cli.Tests.Keys;

public sealed class KeyTests : IDisposable
{
    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Key_New_IsRandomPrivateAndUsable()
    {
        var one = (await Shell.Homeward("key", "--out", world.At("one.key"), "--json")).Json.GetProperty("keyId").GetString();
        var two = (await Shell.Homeward("key", "--out", world.At("two.key"), "--json")).Json.GetProperty("keyId").GetString();
        Assert.NotEqual(one, two);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(world.At("one.key")));
        }

        Assert.Equal(Exit.Done, (await Run("--key", world.At("one.key"))).Exit);
    }

    [Fact]
    public async Task Key_ExistingFile_IsNeverReplaced()
    {
        await File.WriteAllTextAsync(world.At("mine.key"), "mine");
        Assert.Equal(Exit.BadInput, (await Shell.Homeward("key", "--out", world.At("mine.key"))).Exit);
        Assert.Equal("mine", await File.ReadAllTextAsync(world.At("mine.key")));
    }

    [Fact]
    public async Task Run_WithoutKey_TellsHowToMakeOne()
    {
        var answer = await Run();
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains("homeward key", answer.Error, StringComparison.Ordinal);
        Assert.Contains("--demo-key", answer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(world.At("lake")));
    }

    [Fact]
    public async Task Run_KeysInTheEnvironment_AreUsed()
    {
        var environment = new Dictionary<string, string> { ["HOMEWARD_LAKE_KEY"] = new('a', 64), ["HOMEWARD_TRUST_KEY"] = new('b', 64) };
        Assert.Equal(Exit.Done, (await Run(environment)).Exit);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("""{"lake": "zz", "trust": "00"}""")]
    public async Task Run_KeyFileThatIsNone_IsRefusedWithoutShowingIt(string content)
    {
        await File.WriteAllTextAsync(world.At("bad.key"), content);
        var answer = await Run("--key", world.At("bad.key"));
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.DoesNotContain("zz", answer.Error, StringComparison.Ordinal);
        Assert.Contains("bad.key", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_KeyInEnvironmentThatIsNone_IsNotShown()
    {
        var answer = await Run(new Dictionary<string, string> { ["HOMEWARD_LAKE_KEY"] = "secret", ["HOMEWARD_TRUST_KEY"] = "secret" });
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains("HOMEWARD_LAKE_KEY", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Error, StringComparison.Ordinal);
    }

    Task<Answer> Run(params string[] more) => Run(null, more);

    Task<Answer> Run(Dictionary<string, string>? environment, params string[] more) => Shell.Homeward(
        environment, default, ["run", "--landing", world.Landing, "--lake", world.At("lake"), "--reference", world.ReferenceFolder, .. more]);
}
