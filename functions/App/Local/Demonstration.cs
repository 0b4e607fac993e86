using System.Globalization;
using Homeward.App.Deployments;
using Homeward.App.GetKpis;
using Homeward.App.Submit;
using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Lake.Folder;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Submissions;

namespace Homeward.App.Local;

/// <summary>Uploads what lies in a folder, as the providers would have over the months, and tells how answers and figures appear.</summary>
sealed class Demonstration(Deployment deployment, TextWriter say)
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <exception cref="SettingsException">The folder does not exist, or holds no uploads.</exception>
    public async Task Run(string folder, CancellationToken cancel)
    {
        var uploads = await Find(folder, cancel);
        say.WriteLine($"Uploading {uploads.Count} submissions from {folder}, each provider's in the order they were made …");
        var upload = Upload(uploads, cancel);
        var told = "";
        for (var settled = false; !settled; await Task.Delay(Look, deployment.Clock, cancel))
        {
            var rows = await deployment.Ledger.Submissions(cancel).Select(found => found.Row).ToListAsync(cancel);
            var runs = await deployment.Ledger.Runs(cancel).Select(found => found.Row).ToListAsync(cancel);
            var judged = rows.Count(row => row.Settled);
            var behind = Periods.Behind(rows, runs, await deployment.Reference.Get(cancel)).Count;
            settled = upload.IsCompleted && judged >= uploads.Count && behind == 0;
            var line = Text($"{judged:N0} of {uploads.Count:N0} submissions answered, figures of {Periods.Of(rows).Count - behind:N0} months up to date");
            if (line != told)
            {
                say.WriteLine(told = line);
            }
        }

        await upload;
        await Figures(cancel);
    }

    static async Task<IReadOnlyList<(SubmissionIdentity Identity, IReadOnlyList<SubmissionFile> Files)>> Find(string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            throw new SettingsException($"The landing folder {folder} does not exist. 'homeward synth --out DIR' makes an example.");
        }

        var local = new FolderLake(Path.GetTempPath(), elsewhere: new Dictionary<Zone, string> { [Zone.Landing] = Path.GetFullPath(folder) });
        var found = new List<(SubmissionIdentity Identity, IReadOnlyList<SubmissionFile> Files, DateTimeOffset Made)>();
        foreach (var upload in (await LocalLanding.Find(local, folder, cancel)).Uploads)
        {
            var files = (await upload.Pin(cancel)).Files;
            found.Add((upload.Identity, files, ManifestTime.Of(upload.Identity, files)));
        }

        return found.Count > 0
            ? [.. found.OrderBy(upload => upload.Made).ThenBy(upload => upload.Identity.Id, StringComparer.Ordinal).Select(upload => (upload.Identity, upload.Files))]
            : throw new SettingsException($"The landing folder {folder} holds no uploads: expected {{provider}}/{{yyyy-MM}}/{{upload}}/ with a submission.csv.");
    }

    async Task Upload(IEnumerable<(SubmissionIdentity Identity, IReadOnlyList<SubmissionFile> Files)> uploads, CancellationToken cancel)
    {
        foreach (var (identity, files) in uploads)
        {
            await Landing.Put(deployment.Store, identity, files, cancel);
        }
    }

    /// <summary>Each collaborative's placements of the newest month.</summary>
    async Task Figures(CancellationToken cancel)
    {
        var newest = (await deployment.Ledger.Runs(cancel).ToListAsync(cancel)).Max(run => run.Row.Period);
        var figures = ParquetReader.Open((await deployment.Store.Get(LakePaths.Kpi(Zone.Marts, newest), cancel))!.Bytes).Read();
        say.WriteLine($"\nOut of area placements, {newest}:");
        foreach (var (measure, window, what) in ((string, string, string)[])[("K01", "M", "active at the end of the month"), ("K04", "M", "bed days in the month"), ("K04", "R12", "bed days in twelve months")])
        {
            var wanted = new[] { ("measure_id", measure), ("window", window), ("breakdown", "Collaborative"), ("lens", "people"), ("scope", "all"), ("split", "all") };
            foreach (var row in TableJson.Rows(figures, wanted).Select(row => TableJson.Json(figures, row)))
            {
                say.WriteLine(Text($"  {row["collaborative"],-6}{row["measure_value"],8:N0}  {what}"));
            }
        }
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
