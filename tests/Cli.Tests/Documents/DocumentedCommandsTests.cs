using System.Text.RegularExpressions;
using Homeward.Cli.Terminals;

namespace Homeward.Cli.Tests.Documents;

/// <summary>Every <c>homeward …</c> that the documents tell people to type is one that the program takes.</summary>
public sealed partial class DocumentedCommandsTests
{
    static readonly string Root = Above(AppContext.BaseDirectory);

    public static TheoryData<string, string> Commands
    {
        get
        {
            var found = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md")).Append(Path.Combine(Root, "infra", "README.md")).Order(StringComparer.Ordinal))
            {
                foreach (var command in Command().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value.Trim()).Distinct())
                {
                    found.Add(Path.GetRelativePath(Root, file), command);
                }
            }

            return found;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_InADocument_IsOneThatTheProgramTakes(string file, string command)
    {
        var root = new CommandLine(new Terminal(TextWriter.Null, TextWriter.Null, false, _ => null, TimeProvider.System)).Build();
        var plain = Quoted().Replace(command, "x").Replace("--account x", "--account stlake", StringComparison.Ordinal);
        Assert.True(plain.Split(' ').Length == 1 || root.Parse(plain).Errors is [], $"{file}: {command}");
        Assert.Contains(plain.Split(' ')[0], root.Subcommands.Select(sub => sub.Name));
    }

    static string Above(string folder) => File.Exists(Path.Combine(folder, "Pipeline.sln")) ? folder : Above(Path.GetDirectoryName(folder.TrimEnd('/', '\\'))!);

    /// <summary>In a block of its own, or between backticks; a name alone is only named.</summary>
    [GeneratedRegex(@"(?:^(?:    )?|`)homeward ([a-z][^`\n]*)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("""
        "[^"]*"
        """)]
    private static partial Regex Quoted();
}
