using System.CommandLine;
using Homeward.Cli.Files;
using Homeward.Cli.Help;
using Homeward.Cli.Terminals;
using Homeward.Cli.Verdicts;
using Homeward.Columns;
using Homeward.Pipeline;
using Homeward.Reference;
using Homeward.Submissions;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Feedback;
using Homeward.Submissions.Specification;

namespace Homeward.Cli.Commands;

/// <summary>Judges a folder or zip as the pipeline would; nothing leaves the machine.</summary>
sealed class ValidateCommand : ExampleCommand
{
    readonly Argument<string> path = new("PATH") { Description = "Folder with the CSV files, or a zip of them." };
    readonly Option<string> provider = new("--provider") { Description = "ODS code of the provider.", HelpName = "ORG", Required = true };
    readonly Option<Month?> period = SubmissionOptions.Period("The month that the data describes.");
    readonly Option<DirectoryInfo?> reference = new("--reference")
    {
        Description = "The deployment's reference data; without it, organisations and postcodes cannot be checked.",
        HelpName = "DIR",
    };

    readonly Option<DirectoryInfo?> to = new("--out") { Description = "Folder for the report, as the provider gets it back.", HelpName = "DIR" };

    public ValidateCommand(Terminal terminal)
        : base("validate", "Judge a submission before it is sent: the verdict, and what to fix. Exit 1 where it would be rejected.")
    {
        period.Required = true;
        Arguments.Add(path);
        Options.Add(provider);
        Options.Add(period);
        Options.Add(reference);
        Options.Add(to);
        SetAction(async (parsed, cancel) =>
        {
            var from = parsed.GetRequiredValue(path);
            if (parsed.GetValue(to) is { } report && SpecificationTables.All.FirstOrDefault(table => File.Exists(Path.Combine(report.FullName, table.Name + ".csv"))) is { } sent)
            {
                throw new InputException($"--out has {sent.Name}.csv in it: the report's own CSV files would lie among the tables of a submission. Give another folder.");
            }

            var identity = new SubmissionIdentity(parsed.GetRequiredValue(provider), parsed.GetRequiredValue(period)!.Value, PackageSource.UploadName(from));
            var judged = await Judge(terminal, identity, from, parsed.GetValue(reference), cancel);
            var written = Write(terminal, judged, parsed.GetValue(to));
            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, VerdictDocument.Of(judged.Submission, written));
            }
            else
            {
                new VerdictPrint(terminal).Print(judged.Submission, written);
                if (parsed.GetValue(reference) is null)
                {
                    terminal.Out.WriteLine("Without --reference no organisation and no postcode is known: GEN007 and PAT004 tell nothing here.");
                }

                foreach (var note in judged.Notes)
                {
                    terminal.Out.WriteLine($"Reference data: {note}");
                }
            }

            return judged.Submission.Verdict == Verdict.Rejected ? Exit.AnswerIsNo : Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
    [
        ("validate ./august --provider RWR --period 2025-08", "the verdict, and the first lines of each problem"),
        ("validate august.zip --provider RWR --period 2025-08 --out report", "the full report beside it, in report/"),
    ];

    static Task<Judged> Judge(Terminal terminal, SubmissionIdentity identity, string from, DirectoryInfo? reference, CancellationToken cancel) =>
        new ProgressLine(terminal).Run(progress => Task.Run(
            () =>
            {
                var data = reference is null ? ReferenceData.Load(new Dictionary<string, byte[]>()) : ReferenceFolder.Load(reference);
                var files = PackageSource.Files(from);
                var context = new CheckContext(data, terminal.Clock.GetUtcNow());
                return new Judged(SubmissionCheck.Run(identity, files, context, new Relay(progress), cancel), ReferenceVersion.Of(data), reference is null ? [] : data.Notes);
            },
            cancel));

    static string? Write(Terminal terminal, Judged judged, DirectoryInfo? to)
    {
        if (to is null)
        {
            return null;
        }

        try
        {
            to.Create();
        }
        catch (IOException e)
        {
            throw new InputException($"--out {to.FullName} cannot be made a folder ({e.Message}): give one that can be written.");
        }

        foreach (var (name, bytes) in FeedbackPack.Write(judged.Submission, judged.ReferenceVersion, terminal.Clock.GetUtcNow()))
        {
            File.WriteAllBytes(Path.Combine(to.FullName, name), bytes);
        }

        return Path.Combine(to.FullName, "report.html");
    }

    sealed record Judged(CheckedSubmission Submission, string ReferenceVersion, IReadOnlyList<string> Notes);

    sealed class Relay(Action<string, int, int> progress) : IProgress<CheckProgress>
    {
        const int Kilobyte = 1024;

        public void Report(CheckProgress value)
        {
            var (done, inAll) = value.BytesInAll is { } bytes
                ? ((int)(value.BytesRead / Kilobyte), (int)(bytes / Kilobyte))
                : (value.TablesDone, value.TablesInAll);
            progress("Reading", done, inAll);
            if (value.TablesDone == value.TablesInAll)
            {
                progress("Judging", 0, 0);
            }
        }
    }
}
