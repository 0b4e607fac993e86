using System.CommandLine;
using Homeward.Cli.Terminals;
using Homeward.Reference;

namespace Homeward.Cli;

/// <summary>Says what went wrong in one sentence: on standard error, or as the JSON document.</summary>
sealed class ProblemReport(Terminal terminal, bool json)
{
    public int Usage(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "homeward" : $"homeward {command.Name}";
        return Say(Exit.BadInput, $"{string.Join(' ', parsed.Errors.Select(error => error.Message))} See '{name} --help'.");
    }

    public int Report(Exception e) => e switch
    {
        AggregateException { InnerExceptions: [var only, ..] } => Report(only),
        OperationCanceledException => Say(Exit.Interrupted, "Interrupted. Nothing half-written was left behind; run again to go on."),
        InputException or ReferenceException or FormatException or InvalidDataException or IOException => Say(Exit.BadInput, e.Message),
        UnauthorizedAccessException => Say(Exit.BadInput, $"{e.Message} Check the permissions of the folder."),
        OutOfMemoryException => Say(Exit.BadInput, "There is not enough memory for this much data: give the machine more, or work on fewer providers at once."),
        _ => Unexpected(e),
    };

    int Unexpected(Exception e)
    {
        if (terminal.Environment("HOMEWARD_TRACE") == "1")
        {
            terminal.Error.WriteLine(e);
        }

        return Say(Exit.BadInput, $"A fault of the program, not of your data: {e.GetType().Name}. Run again with HOMEWARD_TRACE=1 and report what it prints.");
    }

    int Say(int exit, string problem)
    {
        if (json)
        {
            Json.Write(terminal.Out, new { error = problem, exitCode = exit });
        }
        else
        {
            terminal.Error.WriteLine(problem);
        }

        return exit;
    }
}
