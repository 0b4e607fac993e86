using Spectre.Console;

namespace Homeward.Cli.Terminals;

/// <summary>Where a command writes and what it knows of the world outside: handed in, so that commands are tested in process.</summary>
/// <param name="Out">Results only.</param>
/// <param name="Error">Problems and progress.</param>
/// <param name="Interactive">A person watches <paramref name="Error"/>: progress may move.</param>
/// <param name="Environment">Environment variables.</param>
sealed record Terminal(TextWriter Out, TextWriter Error, bool Interactive, Func<string, string?> Environment, TimeProvider Clock)
{
    const int UnknownWidth = 140;

    /// <summary>Columns of <see cref="Out"/>; null: what a person's terminal has, and plenty in files and pipes.</summary>
    public int? Width { get; init; }

    public static Terminal OfProcess() => new(
        Console.Out, Console.Error, !Console.IsErrorRedirected, System.Environment.GetEnvironmentVariable, TimeProvider.System);

    /// <summary>Tables on <see cref="Out"/>: coloured where a person reads them, plain and wide in files and pipes.</summary>
    public IAnsiConsole Tables()
    {
        var toPerson = ReferenceEquals(Out, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Out),
            Ansi = toPerson ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = toPerson ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (Width is not null || !toPerson)
        {
            console.Profile.Width = Width ?? UnknownWidth;
        }

        return console;
    }
}
