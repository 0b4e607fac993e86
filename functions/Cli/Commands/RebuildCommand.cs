using System.CommandLine;
using Homeward.Cli.Files;
using Homeward.Cli.Help;
using Homeward.Cli.Keys;
using Homeward.Cli.Runs;
using Homeward.Cli.Terminals;

namespace Homeward.Cli.Commands;

/// <summary>Makes a lake's files again from what is kept: uploads and stored versions.</summary>
sealed class RebuildCommand : ExampleCommand
{
    readonly Option<DirectoryInfo> landing = SubmissionOptions.Folder("--landing", "Folder of uploads, as far as they are kept.");
    readonly Option<DirectoryInfo> lake = SubmissionOptions.Folder("--lake", "Folder of the lake.");
    readonly Option<DirectoryInfo> reference = SubmissionOptions.Folder("--reference", "The deployment's reference data.");

    public RebuildCommand(Terminal terminal)
        : base("rebuild", "Make curated, marts and feedback again, as far as landing and the stored versions allow. A version whose landing is gone is never replaced. Exit 1 where something cannot be rebuilt.")
    {
        var keys = new KeySource(terminal);
        Options.Add(landing);
        Options.Add(lake);
        Options.Add(reference);
        Options.Add(keys.File);
        Options.Add(keys.Demo);
        SetAction(async (parsed, cancel) =>
        {
            var (from, to) = (parsed.GetRequiredValue(landing), parsed.GetRequiredValue(lake));
            if (!from.Exists)
            {
                throw new InputException($"The landing folder {from.FullName} does not exist. Where no upload is kept, give an empty folder.");
            }

            if (!Directory.Exists(Path.Combine(to.FullName, "ledger")))
            {
                throw new InputException($"{to.FullName} is no lake: it has no ledger. 'homeward run' makes a new one.");
            }

            var local = new LocalLake(to.FullName, from.FullName, ReferenceFolder.Load(parsed.GetRequiredValue(reference)), keys.Read(parsed));
            var summary = await new ProgressLine(terminal).Run(async progress =>
            {
                var (found, report) = await local.Rebuild(progress, cancel);
                return new RebuildSummary(local.Folder, found.PassedOver, report);
            });
            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, summary.Document());
            }
            else
            {
                summary.Print(terminal);
            }

            return summary.Report.Lost.Count > 0 ? Exit.AnswerIsNo : Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
    [
        ("rebuild --landing landing --lake lake --reference reference --key homeward.key", "after a change of the reference data, or when files of the lake were lost"),
    ];
}
