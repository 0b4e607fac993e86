using System.CommandLine;
using Homeward.Cli.Help;
using Homeward.Cli.Remote;
using Homeward.Cli.Terminals;
using Homeward.Columns;
using Homeward.Submissions;

namespace Homeward.Cli.Commands;

/// <summary>Sends a folder or zip to a function app, which lands it with its manifest last.</summary>
sealed class SubmitCommand : ExampleCommand
{
    static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);
    static readonly string[] Pack = ["report.html", "summary.json", "findings.csv", "vodim.csv"];

    readonly Argument<string> path = new("PATH") { Description = "Folder with the CSV files, or a zip of them." };
    readonly Option<string> to = new("--to") { Description = "Address of the function app.", HelpName = "URL", Required = true };
    readonly Option<string> provider = new("--provider") { Description = "ODS code of the provider.", HelpName = "ORG", Required = true };
    readonly Option<Month?> period = SubmissionOptions.Period("The month that the data describes.");
    readonly Option<string?> upload = new("--upload") { Description = "Name of this upload; without it, it is named after its content.", HelpName = "NAME" };
    readonly Option<bool> wait = new("--wait") { Description = "Wait for the verdict and print it." };
    readonly Option<DirectoryInfo?> save = new("--out") { Description = "With --wait: folder for the report.", HelpName = "DIR" };

    public SubmitCommand(Terminal terminal)
        : base("submit", $"Send a submission to a function app. {AppClient.KeyVariable} or {AppClient.TokenVariable} says who you are. With --wait, exit 1 where it is rejected.")
    {
        period.Required = true;
        Arguments.Add(path);
        Options.Add(to);
        Options.Add(provider);
        Options.Add(period);
        Options.Add(upload);
        Options.Add(wait);
        Options.Add(save);
        SetAction(async (parsed, cancel) =>
        {
            using var app = new AppClient(parsed.GetRequiredValue(to), terminal);
            var verdict = await new ProgressLine(terminal).Run(async progress =>
            {
                var id = await Send(app, parsed, progress, cancel);
                return parsed.GetValue(wait) ? await Wait(app, id, terminal.Clock, progress, cancel) : new RemoteVerdict(id, "sent", null);
            });
            var report = parsed.GetValue(save) is { } folder && verdict.Summary is not null ? await Save(app, verdict.Id, folder, cancel) : null;
            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, new { submissionId = verdict.Id, state = verdict.State, current = verdict.IsCurrent, summary = verdict.Summary, report });
            }
            else if (verdict.State == "sent")
            {
                terminal.Out.WriteLine($"Sent as {verdict.Id}. Its verdict: the same command with --wait.");
            }
            else
            {
                verdict.Print(terminal);
                terminal.Out.WriteLine(report is null ? "Every line, as a report: the same command with --out DIR." : $"The full report: {report}");
            }

            return verdict.IsNo ? Exit.AnswerIsNo : Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
    [
        ("submit ./august --to http://127.0.0.1:7071 --provider RWR --period 2025-08 --wait", "to the app on this machine; prints the verdict"),
        ("submit august.zip --to https://homeward.example --provider RWR --period 2025-08 --upload corrected", "another upload for the month replaces the one before"),
    ];

    async Task<string> Send(AppClient app, ParseResult parsed, Action<string, int, int> progress, CancellationToken cancel)
    {
        var identity = new SubmissionIdentity(parsed.GetRequiredValue(provider), parsed.GetRequiredValue(period)!.Value, parsed.GetValue(upload) ?? "by-content");
        var named = parsed.GetValue(upload) is { } name ? $"&upload={Uri.EscapeDataString(name)}" : "";
        using var body = new WatchedContent(SentZip.Of(parsed.GetRequiredValue(path), progress), progress);
        var answer = await app.Post($"api/submissions/{identity.Period}?provider={identity.Provider}{named}", body, cancel);
        return answer.GetProperty("id").GetString()!;
    }

    /// <exception cref="InputException">No verdict within half an hour.</exception>
    static async Task<RemoteVerdict> Wait(AppClient app, string id, TimeProvider clock, Action<string, int, int> progress, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        progress("Waiting for the verdict", 0, 1);
        while (clock.GetElapsedTime(started) < Patience)
        {
            var found = await app.Get($"api/submissions/{id}", cancel);
            var state = found?.GetProperty("state").GetString();
            if (RemoteVerdict.IsSettled(state))
            {
                var summary = state == "parked" ? null : await app.Get($"api/submissions/{id}/report?file=summary.json", cancel);
                return new RemoteVerdict(id, state!, summary) { IsCurrent = found!.Value.GetProperty("current").GetBoolean() };
            }

            await Task.Delay(Poll, clock, cancel);
        }

        throw new InputException($"{id} was sent and has no verdict after {Patience.TotalMinutes:0} minutes: its operators see it in the app's /api/health. Ask again with the same command.");
    }

    static async Task<string> Save(AppClient app, string id, DirectoryInfo folder, CancellationToken cancel)
    {
        folder.Create();
        foreach (var file in Pack)
        {
            if (await app.Download($"api/submissions/{id}/report?file={file}", cancel) is { } bytes)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), bytes, cancel);
            }
        }

        return Path.Combine(folder.FullName, Pack[0]);
    }
}
