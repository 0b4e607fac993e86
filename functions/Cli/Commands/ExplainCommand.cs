using System.CommandLine;
using Homeward.Cli.Explaining;
using Homeward.Cli.Files;
using Homeward.Cli.Help;
using Homeward.Cli.Terminals;
using Homeward.Columns;
using Homeward.Lake.Folder;
using Homeward.Measures.Explaining;
using Homeward.Pipeline.Explain;

namespace Homeward.Cli.Commands;

/// <summary>Shows how a figure came about: formula, rows counted, rows left out and why, submissions.</summary>
sealed class ExplainCommand : ExampleCommand
{
    readonly Argument<string> measure = new("MEASURE") { Description = "Such as K04." };
    readonly Option<DirectoryInfo> lake = SubmissionOptions.Folder("--lake", "Folder of the lake.");
    readonly Option<Month?> period = SubmissionOptions.Period("The month that the window ends in.");
    readonly Option<string> window = Text("--window", "M", "M, R3, R12, FY or SB.", "M");
    readonly Option<string?> breakdown = new("--breakdown") { Description = "A breakdown and its level; without it, the total.", HelpName = "Provider=XXX" };
    readonly Option<string?> split = new("--split") { Description = "Such as inappropriate; without it, the measure's first.", HelpName = "NAME" };
    readonly Option<string> collaborative = Text("--collaborative", "CODE", "The collaborative; ALL is the programme.", "ALL");
    readonly Option<string?> lens = new("--lens") { Description = "Without it, the measure's headline.", HelpName = "people|beds" };
    readonly Option<string> scope = Text("--scope", "all|acute", "Bed classes.", "all");
    readonly Option<DirectoryInfo?> reference = new("--reference")
    {
        Description = "The reference data that the figures were computed with; without it, the lake's own folder reference.",
        HelpName = "DIR",
    };

    public ExplainCommand(Terminal terminal)
        : base("explain", "Show how a figure came about: its formula, the rows that it counts, those that it leaves out and why, and the submissions read. Exact, for named roles.")
    {
        period.Required = true;
        Arguments.Add(measure);
        foreach (var option in (Option[])[lake, period, window, breakdown, split, collaborative, lens, scope, reference])
        {
            Options.Add(option);
        }

        SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetRequiredValue(lake);
            if (!Directory.Exists(Path.Combine(folder.FullName, "ledger")))
            {
                throw new InputException($"{folder.FullName} is no lake: it has no ledger. 'homeward run' or 'homeward demo' makes one.");
            }

            var month = parsed.GetRequiredValue(period)!.Value;
            var data = ReferenceFolder.Load(parsed.GetValue(reference) ?? Own(folder));
            var job = new ExplainJob(new FolderLake(folder.FullName), new FolderLedger(folder.FullName), data);
            var told = await Explain(job, month, Query(parsed), cancel);
            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, ExplainDocument.Of(month, told));
            }
            else
            {
                new ExplainPrint(terminal).Print(told);
            }

            return Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
    [
        ("explain K04 --lake lake/east-of-england --period 2025-08 --window R3 --split inappropriate", "every placement behind the bed days"),
        ("explain K01 --lake lake/east-of-england --period 2025-08 --breakdown \"Sending Provider=R1L\" --json", "of one sender, with every row"),
    ];

    static DirectoryInfo Own(DirectoryInfo lake)
    {
        var own = new DirectoryInfo(Path.Combine(lake.FullName, "reference"));
        return own.Exists ? own : throw new InputException("The lake has no reference data of its own: give the folder that the figures were computed with, --reference DIR.");
    }

    static async Task<Explanation> Explain(ExplainJob job, Month month, ExplainQuery query, CancellationToken cancel)
    {
        try
        {
            return await job.Run(month, query, cancel);
        }
        catch (ArgumentException e)
        {
            throw new InputException(e.Message);
        }
    }

    /// <exception cref="InputException">The breakdown has no level.</exception>
    ExplainQuery Query(ParseResult parsed)
    {
        var (name, levels) = (parsed.GetValue(breakdown), Array.Empty<string>());
        if (name is not (null or "Collaborative" or "Programme"))
        {
            var equals = name.IndexOf('=', StringComparison.Ordinal);
            levels = equals > 0 ? name[(equals + 1)..].Split(';', StringSplitOptions.TrimEntries)
                : throw new InputException($"--breakdown '{name}' has no level: expected a breakdown and one of its levels, such as Provider=RWR.");
            name = name[..equals].Trim();
        }

        return new(
            parsed.GetRequiredValue(measure),
            parsed.GetValue(split),
            parsed.GetRequiredValue(scope),
            parsed.GetRequiredValue(window),
            parsed.GetRequiredValue(collaborative),
            parsed.GetValue(lens),
            name,
            levels.ElementAtOrDefault(0),
            levels.ElementAtOrDefault(1));
    }

    static Option<string> Text(string name, string help, string description, string value) =>
        new(name) { Description = description, HelpName = help, DefaultValueFactory = _ => value };
}
