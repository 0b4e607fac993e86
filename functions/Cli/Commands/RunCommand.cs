using System.CommandLine;
using Homeward.Cli.Files;
using Homeward.Cli.Help;
using Homeward.Cli.Keys;
using Homeward.Cli.Runs;
using Homeward.Cli.Terminals;
using Homeward.Columns;
using Homeward.Lake.Ledger;

namespace Homeward.Cli.Commands;

/// <summary>Every submission of a folder, then every measure of every period.</summary>
sealed class RunCommand : ExampleCommand
{
    readonly Option<DirectoryInfo> landing = SubmissionOptions.Folder("--landing", "Folder of uploads: {provider}/{yyyy-MM}/{upload}/, or {upload}.zip in its place.");
    readonly Option<DirectoryInfo> lake = SubmissionOptions.Folder("--lake", "Folder of the lake; made where it does not exist.");
    readonly Option<DirectoryInfo> reference = SubmissionOptions.Folder("--reference", "The deployment's reference data.");
    readonly Option<Month?> period = SubmissionOptions.Period("Compute only this month; else every month from the first to the last accepted.");
    readonly Option<bool> failOnRejected = new("--fail-on-rejected") { Description = "Exit 1 where a submission was rejected." };

    public RunCommand(Terminal terminal)
        : base("run", "Judge every submission in the order received, then compute every measure of every period. Repeating it does only what is new.")
    {
        var keys = new KeySource(terminal);
        Options.Add(landing);
        Options.Add(lake);
        Options.Add(reference);
        Options.Add(period);
        Options.Add(keys.File);
        Options.Add(keys.Demo);
        Options.Add(failOnRejected);
        SetAction(async (parsed, cancel) =>
        {
            var from = parsed.GetRequiredValue(landing);
            if (!from.Exists)
            {
                throw new InputException($"The landing folder {from.FullName} does not exist. 'homeward synth --out DIR' makes an example.");
            }

            var local = new LocalLake(parsed.GetRequiredValue(lake).FullName, from.FullName, ReferenceFolder.Load(parsed.GetRequiredValue(reference)), keys.Read(parsed));
            var only = parsed.GetValue(period);
            var summary = await new ProgressLine(terminal).Run(async progress =>
            {
                var (found, report) = await local.Run(only, progress, cancel);
                return new RunSummary(local.Folder, found.PassedOver, local.Reference.Notes, report);
            });
            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, summary.Document());
            }
            else
            {
                summary.Print(terminal);
            }

            return summary.Unjudged || (parsed.GetValue(failOnRejected) && summary.Count(LedgerState.Rejected) > 0) ? Exit.AnswerIsNo : Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
    [
        ("run --landing landing --lake lake --reference reference --key homeward.key", "everything that is new"),
        ("run --landing d/landing --lake d --reference d/reference --demo-key --json", "synthetic data, for a machine"),
    ];
}
