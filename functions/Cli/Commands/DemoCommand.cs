using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Homeward.Cli.Figures;
using Homeward.Cli.Files;
using Homeward.Cli.Help;
using Homeward.Cli.Terminals;
using Homeward.Lake.Folder;
using Homeward.Lake.Ledger;
using Homeward.Submissions.Curated;
using Homeward.Synthetic;
using Homeward.Synthetic.Figures;
using Spectre.Console;

namespace Homeward.Cli.Commands;

/// <summary>Tells the field's own stories from synthetic submissions, and prints published beside computed figures.</summary>
sealed class DemoCommand : ExampleCommand
{
    const int Seed = 1;

    readonly Option<string?> scenario = new("--scenario") { Description = "One story; without it, all of them.", HelpName = "NAME" };
    readonly Option<DirectoryInfo> to = new("--out")
    {
        Description = "Folder for the lakes, one below it per story.",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo("lake"),
    };

    public DemoCommand(Terminal terminal)
        : base("demo", "Make a scenario's submissions, run the whole pipeline on them, and print published beside computed figures. Exit 1 where one differs.")
    {
        scenario.CompletionSources.Add([.. ScenarioCatalogue.All.Select(known => known.Name)]);
        Options.Add(scenario);
        Options.Add(to);
        SetAction(async (parsed, cancel) =>
        {
            var told = new List<Told>();
            foreach (var story in Chosen(parsed.GetValue(scenario)))
            {
                told.Add(await Tell(terminal, story, Path.Combine(parsed.GetRequiredValue(to).FullName, story.Name), cancel));
                if (!parsed.GetValue(CommandLine.Json))
                {
                    Print(terminal, told[^1]);
                }
            }

            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, told.Select(Document));
            }

            return told.TrueForAll(story => story.Figures.All(figure => figure.Equal)) ? Exit.Done : Exit.AnswerIsNo;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
    [
        ("demo --scenario east-of-england", "one story, its lake in lake/east-of-england"),
        ("demo --json", "all stories, for a machine"),
    ];

    static IReadOnlyList<Scenario> Chosen(string? name) => name is null
        ? ScenarioCatalogue.All
        : [ScenarioCatalogue.Find(name) ?? throw new InputException(
            $"There is no scenario '{name}': there is {string.Join(", ", ScenarioCatalogue.All.Select(known => known.Name))}.")];

    static async Task<Told> Tell(Terminal terminal, Scenario story, string folder, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var path = DemoFolder.Prepare(folder);
        return await new ProgressLine(terminal).Run(async progress =>
        {
            progress("Making submissions", 0, 1);
            SyntheticWriter.Write(story.Generate(Seed), path);
            progress("Making submissions", 1, 1);
            var reference = ReferenceFolder.Load(new DirectoryInfo(Path.Combine(path, "reference")));
            var lake = new LocalLake(path, Path.Combine(path, "landing"), reference, PseudonymKeys.Demo, Durable: false);
            var (_, report) = await lake.Run(null, progress, cancel);
            var figures = await PublishedComparison.Of(story, new FolderLake(path), cancel);
            return new Told(
                story,
                path,
                report.Ingested.Count(result => result.Row.State == LedgerState.Published),
                report.Ingested.Count(result => result.Row.State == LedgerState.Rejected),
                report.Computed.Count,
                figures,
                watch.Elapsed);
        });
    }

    static void Print(Terminal terminal, Told told)
    {
        var table = new Table { Title = new TableTitle(told.Story.Name), Border = TableBorder.Rounded };
        table.AddColumns("Figure", "Published", "Computed", "Equal");
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        foreach (var figure in told.Figures)
        {
            table.AddRow(
                Markup.Escape(figure.Figure.Name),
                Markup.Escape(Shown(figure.Figure.Published, figure.Figure) + (figure.Figure.AsPrinted is { } words ? $" ({words})" : "")),
                Markup.Escape(figure.Computed is { } computed ? Shown(computed, figure.Figure) : "no row"),
                figure.Equal ? $"[green]yes[/] {Markup.Escape(figure.Figure.Equality.ToString())}" : "[red]NO[/]");
        }

        terminal.Tables().Write(table);
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Counted.Of(told.Accepted, "submission")} accepted, {told.Rejected} rejected, {Counted.Of(told.Periods, "month")} computed in {told.Took.TotalSeconds:0.0} s. The lake: {told.Lake}"));
        terminal.Out.WriteLine();
    }

    static string Shown(double value, PublishedFigure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:#,0.##}{(figure.Unit == "percent" ? " %" : "")}");

    static object Document(Told told) => new
    {
        scenario = told.Story.Name,
        lake = told.Lake,
        accepted = told.Accepted,
        rejected = told.Rejected,
        periods = told.Periods,
        seconds = Math.Round(told.Took.TotalSeconds, 2),
        equal = told.Figures.All(figure => figure.Equal),
        figures = told.Figures.Select(figure => new
        {
            figure = figure.Figure.Name,
            figure.Figure.Published,
            figure.Figure.AsPrinted,
            figure.Computed,
            figure.Figure.Unit,
            equality = figure.Figure.Equality.ToString(),
            figure.Equal,
            figure.Figure.Source,
        }),
    };

    sealed record Told(
        Scenario Story, string Lake, int Accepted, int Rejected, int Periods, IReadOnlyList<Judgement> Figures, TimeSpan Took);
}
