using System.CommandLine;
using Homeward.Cli.Help;
using Homeward.Cli.Terminals;
using Homeward.Synthetic;
using Homeward.Synthetic.Sized;

namespace Homeward.Cli.Commands;

/// <summary>Makes synthetic submissions and the reference data that goes with them.</summary>
sealed class SynthCommand : ExampleCommand
{
    readonly Option<DirectoryInfo> to = SubmissionOptions.Folder("--out", "Folder for landing/ and reference/; must be empty or not exist.");
    readonly Option<string?> scenario = new("--scenario") { Description = "A story of the field; else a region of the size given.", HelpName = "NAME" };
    readonly Option<int?> providers = new("--providers") { Description = "How many providers.", HelpName = "N" };
    readonly Option<int?> months = new("--months") { Description = "How many months, the last being August 2025.", HelpName = "M" };
    readonly Option<int?> rows = new("--rows") { Description = "Ward stays in every provider's every month.", HelpName = "R" };
    readonly Option<int> seed = new("--seed") { Description = "Another seed, other people.", HelpName = "S", DefaultValueFactory = _ => 1 };
    readonly Option<double> defects = new("--defects")
    {
        Description = "With a size: share of rows to break, 0 to 0.1; and every month is sent twice, at first broken as a whole. defects.csv lists each fault with the rule that must find it.",
        HelpName = "RATE",
    };

    public SynthCommand(Terminal terminal)
        : base("synth", "Make synthetic submissions and reference data: no person in them exists.")
    {
        scenario.AcceptOnlyFromAmong([.. ScenarioCatalogue.All.Select(known => known.Name)]);
        Options.Add(to);
        Options.Add(scenario);
        Options.Add(providers);
        Options.Add(months);
        Options.Add(rows);
        Options.Add(seed);
        Options.Add(defects);
        SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetRequiredValue(to);
            if (folder.Exists && folder.EnumerateFileSystemInfos().Any())
            {
                throw new InputException($"{folder.FullName} is not empty: give another folder, or empty it.");
            }

            var uploads = await new ProgressLine(terminal).Run(progress => Task.Run(() => Make(parsed, folder.FullName, progress, cancel), cancel));
            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, new { folder = folder.FullName, uploads });
            }
            else
            {
                terminal.Out.WriteLine($"{uploads} uploads in {Path.Combine(folder.FullName, "landing")}. Next:");
                terminal.Out.WriteLine($"  homeward run --landing {folder}/landing --lake {folder}/lake --reference {folder}/reference --demo-key");
            }

            return Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
    [
        ("synth --out synthetic --scenario east-of-england", "a story; then: homeward run … --demo-key"),
        ("synth --out national --providers 70 --months 24 --rows 4800", "as much as England sends"),
        ("synth --out broken --providers 3 --months 6 --rows 500 --defects 0.05", "with faults to find"),
    ];

    int Make(ParseResult parsed, string folder, Action<string, int, int> progress, CancellationToken cancel)
    {
        var size = (Providers: parsed.GetValue(providers), Months: parsed.GetValue(months), Rows: parsed.GetValue(rows));
        switch (parsed.GetValue(scenario), size)
        {
            case ({ } name, (null, null, null)) when parsed.GetResult(defects) is null:
                var region = ScenarioCatalogue.Find(name)!.Generate(parsed.GetValue(seed));
                SyntheticWriter.Write(region, folder);
                return region.Uploads.Count;
            case (null, ({ } providers, { } months, { } rows)):
                var request = new SizedRequest(providers, months, rows, parsed.GetValue(seed), parsed.GetValue(defects));
                Write(request, folder, progress, cancel);
                return SizedWriter.Uploads(request);
            default:
                throw new InputException("Give either --scenario NAME, or all of --providers, --months and --rows; --defects goes with the latter.");
        }
    }

    static void Write(SizedRequest request, string folder, Action<string, int, int> progress, CancellationToken cancel)
    {
        try
        {
            request.Check();
        }
        catch (ArgumentException e)
        {
            throw new InputException(e.Message);
        }

        SizedWriter.Write(request, folder, new Relay(progress), cancel);
    }

    sealed class Relay(Action<string, int, int> progress) : IProgress<SizedProgress>
    {
        public void Report(SizedProgress value) => progress("Making submissions", value.ProvidersDone, value.Providers);
    }
}
