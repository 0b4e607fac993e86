using System.CommandLine;
using System.Text;
using Homeward.Cli.Help;
using Homeward.Cli.Terminals;
using Homeward.Measures.Catalogue;
using Homeward.Submissions.Documentation;

namespace Homeward.Cli.Commands;

/// <summary>Writes the documentation that is derived from the specification and the catalogues.</summary>
sealed class DocsCommand : ExampleCommand
{
    readonly Option<DirectoryInfo> to = SubmissionOptions.Folder("--out", "Documentation folder; pages in it are replaced.");

    public DocsCommand(Terminal terminal)
        : base("docs", "Write the pages of every rule and measure, the submission specification, code lists and CSV templates, as the program has them.")
    {
        Options.Add(to);
        SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(to).FullName;
            var pages = new SortedDictionary<string, byte[]>(SubmissionDocs.Write().ToDictionary(), StringComparer.Ordinal)
            {
                ["measures.md"] = Encoding.UTF8.GetBytes(MeasurePage.Markdown()),
            };
            foreach (var (name, bytes) in pages)
            {
                var file = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, bytes);
            }

            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, new { folder, files = pages.Keys });
            }
            else
            {
                terminal.Out.WriteLine($"{pages.Count} files written to {folder}.");
            }

            return Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples => [("docs --out docs", "after a change of a rule, a measure, a field or a code list")];
}
