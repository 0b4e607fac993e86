using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Homeward.Cli.Help;

/// <summary>A command that shows how it is used.</summary>
abstract class ExampleCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines without <c>homeward</c>, each with what it is good for.</summary>
    public abstract IReadOnlyList<(string Line, string For)> Examples { get; }
}

/// <summary>The usual help, and examples below it.</summary>
sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        usual.MaxWidth = 120;
        var exit = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExampleCommand { Examples: var examples })
        {
            var to = parseResult.InvocationConfiguration.Output;
            to.WriteLine("Examples:");
            foreach (var (line, use) in examples)
            {
                to.WriteLine($"  homeward {line}");
                to.WriteLine($"      {use}");
            }

            to.WriteLine();
        }

        return exit;
    }
}
