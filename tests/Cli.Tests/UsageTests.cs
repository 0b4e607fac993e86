namespace Homeward.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("unknown", "unknown")]
    [InlineData("validate", "--provider")]
    [InlineData("validate x --provider RWR", "--period")]
    [InlineData("validate x --provider RWR --period August", "yyyy-MM")]
    [InlineData("validate x --provider rwr --period 2025-08", "ODS code")]
    [InlineData("validate /nowhere --provider RWR --period 2025-08", "does not exist")]
    [InlineData("run --landing /nowhere --lake x --reference y", "/nowhere does not exist")]
    [InlineData("kpis --lake /nowhere", "/nowhere does not exist")]
    [InlineData("kpis --lake x --format xml", "xml")]
    [InlineData("demo --scenario nowhere", "east-of-england")]
    [InlineData("synth --out x --scenario nowhere", "east-of-england")]
    [InlineData("synth --out nowhere-to-be", "--scenario NAME")]
    [InlineData("synth --out nowhere-to-be --scenario arden --rows 5", "--scenario NAME")]
    [InlineData("synth --out nowhere-to-be --providers 0 --months 1 --rows 1", "rows is 1")]
    [InlineData("key", "--out")]
    public async Task Usage_Wrong_SaysWhatAndExitsWith2(string line, string expected)
    {
        var answer = await Shell.Homeward(line.Split(' '));
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
        Assert.Empty(answer.Out);
    }

    [Theory]
    [InlineData("unknown --json")]
    [InlineData("validate --json")]
    [InlineData("kpis --lake /nowhere --json")]
    public async Task Usage_WrongWithJson_IsOneDocument(string line)
    {
        var answer = await Shell.Homeward(line.Split(' '));
        Assert.Equal(Exit.BadInput, answer.Exit);
        Assert.Equal(2, answer.Json.GetProperty("exitCode").GetInt32());
        Assert.NotEmpty(answer.Json.GetProperty("error").GetString()!);
        Assert.Empty(answer.Error);
    }
}
