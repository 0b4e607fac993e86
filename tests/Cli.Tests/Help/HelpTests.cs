using System.CommandLine;
using Homeward.Cli.Help;
using Homeward.Cli.Terminals;

namespace Homeward.Cli.Tests.Help;

/// <summary>The help texts are public surface: a change shows up in review.</summary>
public sealed class HelpTests
{
    const string Update = "HOMEWARD_UPDATE_SNAPSHOTS";

    [Fact]
    public async Task Help_OfEveryCommand_IsAsCheckedIn()
    {
        var texts = new List<string>();
        foreach (var command in Commands().Select(command => command.Name).Prepend(""))
        {
            var answer = await Shell.Homeward([.. new[] { command, "--help" }.Where(arg => arg.Length > 0)]);
            Assert.Equal(Exit.Done, answer.Exit);
            texts.Add($"# homeward {command}\n\n{answer.Out.Replace("\r", "", StringComparison.Ordinal).Replace("testhost", "homeward", StringComparison.Ordinal)}");
        }

        var found = string.Concat(texts.Select(text => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()))));
        var file = Path.Combine(AppContext.BaseDirectory, "Help", "Help.txt");
        if (Environment.GetEnvironmentVariable(Update) is { Length: > 0 } source)
        {
            await File.WriteAllTextAsync(Path.Combine(source, "Help.txt"), found);
        }

        Assert.True(found == await File.ReadAllTextAsync(file), $"The help changed. To accept it, run the tests with {Update} set to the folder of Help.txt. Found:\n{found}");
    }

    [Fact]
    public void Commands_AllOfThem_ShowExamplesThatParse()
    {
        foreach (var command in Commands())
        {
            Assert.NotEmpty(command.Examples);
            foreach (var (line, use) in command.Examples)
            {
                Assert.Empty(Root().Parse(line).Errors);
                Assert.NotEmpty(use);
                Assert.StartsWith(command.Name, line, StringComparison.Ordinal);
            }
        }
    }

    static List<ExampleCommand> Commands() => [.. Root().Subcommands.Cast<ExampleCommand>()];

    static RootCommand Root() => new CommandLine(new Terminal(TextWriter.Null, TextWriter.Null, false, _ => null, TimeProvider.System)).Build();
}
