using System.CommandLine;
using Homeward.Cli.Help;
using Homeward.Cli.Keys;
using Homeward.Cli.Terminals;

namespace Homeward.Cli.Commands;

/// <summary>Makes the keys that people are pseudonymised with.</summary>
sealed class KeyCommand : ExampleCommand
{
    readonly Option<FileInfo> file = new("--out")
    {
        Description = "File to write; must not exist yet.",
        HelpName = "FILE",
        Required = true,
    };

    public KeyCommand(Terminal terminal)
        : base("key", "Make a file with a new lake key and trust key. Whoever loses it cannot add to the lake; whoever leaks it undoes the pseudonyms.")
    {
        Options.Add(file);
        SetAction(parsed =>
        {
            var to = parsed.GetRequiredValue(file);
            if (to.Exists)
            {
                throw new InputException($"{to.FullName} exists: keys are never replaced. Choose another name.");
            }

            var keys = KeyFile.Create(to);
            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, new { keyId = keys.KeyId, file = to.FullName });
            }
            else
            {
                terminal.Out.WriteLine($"Key {keys.KeyId} written to {to.FullName}. Keep a copy in a safe place.");
            }

            return Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
        [("key --out homeward.key", "then: homeward run … --key homeward.key")];
}
