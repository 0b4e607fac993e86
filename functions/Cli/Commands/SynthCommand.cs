using System.CommandLine;
using Homeward.Cli.Help;
using Homeward.Cli.Terminals;
using Homeward.Synthetic;

namespace Homeward.Cli.Commands;

/// <summary>Makes synthetic submissions and the reference data that goes with them.</summary>
sealed class SynthCommand : ExampleCommand
{
    readonly Option<DirectoryInfo> to = SubmissionOptions.Folder("--out", "Folder for landing/ and reference/; must be empty or not exist.");
    readonly Option<string?> scenario = new("--scenario") { Description = "A story of the field.", HelpName = "NAME", Required = true };
    readonly Option<int> seed = new("--seed") { Description = "Another seed, other people.", HelpName = "S", DefaultValueFactory = _ => 1 };

    public SynthCommand(Terminal terminal)
        : base("synth", "Make synthetic submissions and reference data: no person in them exists.")
    {
        scenario.AcceptOnlyFromAmong([.. ScenarioCatalogue.All.Select(known => known.Name)]);
        Options.Add(to);
        Options.Add(scenario);
        Options.Add(seed);
        SetAction((parsed, _) =>
        {
            var folder = parsed.GetRequiredValue(to);
            if (folder.Exists && folder.EnumerateFileSystemInfos().Any())
            {
                throw new InputException($"{folder.FullName} is not empty: give another folder, or empty it.");
            }

            var region = ScenarioCatalogue.Find(parsed.GetRequiredValue(scenario)!)!.Generate(parsed.GetValue(seed));
            SyntheticWriter.Write(region, folder.FullName);
            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, new { folder = folder.FullName, uploads = region.Uploads.Count });
            }
            else
            {
                terminal.Out.WriteLine($"{region.Uploads.Count} uploads in {Path.Combine(folder.FullName, "landing")}. Next:");
                terminal.Out.WriteLine($"  homeward run --landing {folder.Name}/landing --lake {folder.Name}/lake --reference {folder.Name}/reference --demo-key");
            }

            return Task.FromResult(Exit.Done);
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
        [("synth --out synthetic --scenario east-of-england", "then: homeward run … --demo-key")];
}
