using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Homeward.Cli.Commands;
using Homeward.Cli.Help;
using Homeward.Cli.Terminals;

namespace Homeward.Cli;

/// <summary><c>homeward</c>: parses, calls a command, and turns whatever happens into an exit code and a sentence.</summary>
sealed class CommandLine(Terminal terminal)
{
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document and nothing else.",
        Recursive = true,
    };

    /// <param name="cancel">Beside Ctrl-C, for callers in the same process.</param>
    public async Task<int> Run(IReadOnlyList<string> args, CancellationToken cancel = default)
    {
        var parsed = Build().Parse(args);
        var problems = new ProblemReport(terminal, args.Contains("--json"));
        if (parsed.Action is ParseErrorAction)
        {
            return problems.Usage(parsed);
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
            };
            return await parsed.InvokeAsync(configuration, cancel);
        }
        catch (Exception e)
        {
            return problems.Report(e);
        }
    }

    /// <summary>The commands, for the parser and for the check of the help texts.</summary>
    public RootCommand Build()
    {
        var root = new RootCommand("Homeward: monthly files of mental-health providers in, region-wide figures about patients placed far from home out.")
        {
            Json,
            new DemoCommand(terminal),
            new ValidateCommand(terminal),
            new RunCommand(terminal),
            new RebuildCommand(terminal),
            new KpisCommand(terminal),
            new ExplainCommand(terminal),
            new SynthCommand(terminal),
            new ImportNationalCommand(terminal),
            new SubmitCommand(terminal),
            new RequeueCommand(terminal),
            new GrantCommand(terminal),
            new KeyCommand(terminal),
            new DocsCommand(terminal),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        }

        return root;
    }
}
