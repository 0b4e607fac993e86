using System.Text.Json;
using Homeward.Cli.Terminals;

namespace Homeward.Cli.Tests;

/// <summary>What a command returned and wrote.</summary>
sealed record Answer(int Exit, string Out, string Error)
{
    public string All => Out + Error;

    /// <summary>The one JSON document on standard output; fails where there is anything else.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;
}

/// <summary>Runs <c>homeward</c> in this process.</summary>
static class Shell
{
    public static readonly DateTimeOffset Now = new(2025, 9, 15, 12, 0, 0, TimeSpan.Zero);

    public static Task<Answer> Homeward(params string[] args) => Homeward(null, default, args);

    /// <summary>In a terminal that is so many columns wide.</summary>
    public static Task<Answer> Homeward(int width, params string[] args) => Homeward(null, width, args, default);

    public static Task<Answer> Homeward(Dictionary<string, string>? environment, CancellationToken cancel, params string[] args) =>
        Homeward(environment, null, args, cancel);

    static async Task<Answer> Homeward(Dictionary<string, string>? environment, int? width, string[] args, CancellationToken cancel)
    {
        using var result = new StringWriter { NewLine = "\n" };
        using var problems = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(result, problems, false, name => environment?.GetValueOrDefault(name), new StandingClock()) { Width = width };
        var exit = await new CommandLine(terminal).Run(args, cancel);
        var answer = new Answer(exit, result.ToString(), problems.ToString());
        Assert.DoesNotContain("   at ", answer.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.All, StringComparison.Ordinal);
        return answer;
    }

    public sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
