using System.CommandLine;
using System.Text.Json;
using Homeward.Cli.Help;
using Homeward.Cli.Remote;
using Homeward.Cli.Terminals;

namespace Homeward.Cli.Commands;

/// <summary>Puts back what failed five times and was put aside.</summary>
sealed class RequeueCommand : ExampleCommand
{
    readonly Argument<string?> id = new("ID") { Description = "One parked submission, {provider}-{yyyy-MM}-{upload}; without it, everything that was put aside.", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string> to = new("--to") { Description = "Address of the function app.", HelpName = "URL", Required = true };

    public RequeueCommand(Terminal terminal)
        : base("requeue", $"Try again what a function app put aside after five failures. {AppClient.KeyVariable} or {AppClient.TokenVariable} says who you are. Exit 1 where a named submission is not parked.")
    {
        Arguments.Add(id);
        Options.Add(to);
        SetAction(async (parsed, cancel) =>
        {
            using var app = new AppClient(parsed.GetRequiredValue(to), terminal);
            var only = parsed.GetValue(id);
            var answer = await app.Post("api/requeue" + (only is null ? "" : $"?id={Uri.EscapeDataString(only)}"), null, cancel);
            var submissions = Texts(answer, "submissions");
            var periods = Texts(answer, "periods");
            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, answer);
            }
            else
            {
                Say(terminal.Out, only, [.. submissions, .. periods], answer);
            }

            return only is not null && submissions.Count == 0 ? Exit.AnswerIsNo : Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
    [
        ("requeue --to http://127.0.0.1:7071", "everything, after what failed was put right"),
        ("requeue RWR-2025-08-first --to https://homeward.example", "one submission"),
    ];

    static void Say(TextWriter say, string? only, IReadOnlyList<string> named, JsonElement answer)
    {
        var (messages, unreadable, removed) = (Number(answer, "messages"), Number(answer, "unreadable"), Number(answer, "removed"));
        if (named.Count + messages == 0)
        {
            say.WriteLine(only is null ? "Nothing was put aside." : $"{only} is not parked.");
            return;
        }

        if (named.Count > 0)
        {
            say.WriteLine($"Tried again: {string.Join(", ", named)}");
        }
        else if (messages - unreadable - removed is > 0 and var again)
        {
            say.WriteLine($"Messages tried again: {again}");
        }

        if (unreadable > 0)
        {
            say.WriteLine($"Messages that name no upload and no month: {unreadable}. They went back as they are, to be refused or put aside again; the app's log says which.");
        }

        if (removed > 0)
        {
            say.WriteLine($"Messages about files that are no upload's submission.csv: {removed}. They were removed: there is nothing that could be tried again.");
        }
    }

    static int Number(JsonElement answer, string name) => answer.TryGetProperty(name, out var number) ? number.GetInt32() : 0;

    static List<string> Texts(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}
