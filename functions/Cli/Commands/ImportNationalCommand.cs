using System.CommandLine;
using System.Globalization;
using Homeward.Cli.Figures;
using Homeward.Cli.Help;
using Homeward.Cli.Terminals;
using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake.Folder;
using Homeward.Measures.National.Published;

namespace Homeward.Cli.Commands;

/// <summary>Reads published national files, to show England beside the region.</summary>
sealed class ImportNationalCommand : ExampleCommand
{
    readonly Argument<FileInfo[]> files = new("FILE")
    {
        Description = "CSV files of out of area placement figures as NHS Digital or NHS England published them.",
        Arity = ArgumentArity.OneOrMore,
    };

    readonly Option<DirectoryInfo> lake = SubmissionOptions.Folder("--lake", "Folder of the lake.");

    public ImportNationalCommand(Terminal terminal)
        : base("import-national", "Read published national files into marts/national.parquet, which then holds these files and no others.")
    {
        Arguments.Add(files);
        Options.Add(lake);
        SetAction(async (parsed, cancel) =>
        {
            var table = Read(parsed.GetRequiredValue(files));
            var store = new FolderLake(parsed.GetRequiredValue(lake).FullName);
            await store.Put(EnglandFigures.Path, ParquetWriter.Write(table), cancel);
            var found = Enumerable.Range(0, table.RowCount).Select(row => table.Text("source_file")[row]!).Distinct().Select(file => Summary(table, file)).ToList();
            if (parsed.GetValue(CommandLine.Json))
            {
                Json.Write(terminal.Out, new { file = $"{EnglandFigures.Path}", figures = table.RowCount, sources = found });
            }
            else
            {
                foreach (var source in found)
                {
                    terminal.Out.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{source.File}: {source.Figures:N0} figures of {source.From} to {source.To}, {source.Suppressed:N0} suppressed, {source.Ours:N0} with a measure of ours."));
                }

                terminal.Out.WriteLine($"Written to {EnglandFigures.Path} of {store.Root}. 'homeward kpis' shows England beside the region where both have the figure.");
            }

            return Exit.Done;
        });
    }

    public override IReadOnlyList<(string Line, string For)> Examples =>
        [("import-national oaps-open-data-feb-2017.csv --lake lake", "then: homeward kpis --lake lake --period 2017-02")];

    static Table Read(FileInfo[] files)
    {
        try
        {
            return NationalFigures.Read(files.Select(file => new PublishedFile(
                file.Name, file.Exists ? File.ReadAllBytes(file.FullName) : throw new InputException($"The file {file.FullName} does not exist."))).ToList());
        }
        catch (PublishedFileException e)
        {
            throw new InputException(e.Message);
        }
    }

    static Source Summary(Table table, string file)
    {
        var rows = Enumerable.Range(0, table.RowCount).Where(row => table.Text("source_file")[row] == file).ToList();
        var ends = rows.Select(row => table.Date("reporting_period_end").DateAt(row)!.Value).Select(Month.Of).ToList();
        return new(
            file,
            rows.Count,
            rows.Count(row => table.Boolean("suppressed")[row] == true),
            rows.Count(row => table.Text("measure_id")[row] is not null),
            ends.Min().ToString(),
            ends.Max().ToString());
    }

    sealed record Source(string File, int Figures, int Suppressed, int Ours, string From, string To);
}
