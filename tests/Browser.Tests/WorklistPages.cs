using Homeward.Lake;
using Homeward.Lake.Folder;
using Homeward.Pipeline;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Summarise;
using Homeward.Reference;
using Homeward.Submissions.Curated;
using Homeward.Synthetic;

namespace Homeward.Browser.Tests;

/// <summary>The longest worklist of a scenario's last month, made by the whole pipeline. Visited once.</summary>
public sealed class WorklistPages : IAsyncLifetime
{
    public Visit Visit { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("worklist-").FullName;
        try
        {
            var landing = Path.Combine(folder, "landing");
            var region = ScenarioCatalogue.Find("east-of-england")!.Generate(1);
            var last = region.Uploads.Max(upload => upload.Identity.Period);
            foreach (var upload in region.Uploads.Where(upload => upload.Identity.Period == last))
            {
                var (provider, period, name) = (upload.Identity.Provider, upload.Identity.Period.ToString(), upload.Identity.Upload);
                var to = Directory.CreateDirectory(Path.Combine(landing, provider, period, name)).FullName;
                foreach (var (file, bytes) in upload.Files)
                {
                    await File.WriteAllBytesAsync(Path.Combine(to, file), bytes);
                }
            }

            var lake = Path.Combine(folder, "lake");
            await Run(lake, landing, ReferenceData.Load(region.Reference));
            var page = Directory.GetFiles(Path.Combine(lake, "casework"), "*.html", SearchOption.AllDirectories).MaxBy(file => new FileInfo(file).Length)!;
            var path = Path.Combine(Visits.Pictures, "worklist.html");
            File.Copy(page, path, overwrite: true);
            Visit = Visits.Of([path])[0];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    static async Task Run(string lake, string landing, ReferenceData reference)
    {
        var store = new FolderLake(lake, elsewhere: new Dictionary<Zone, string> { [Zone.Landing] = landing }, durable: false);
        var ledger = new FolderLedger(lake, durable: false);
        var ingest = new IngestJob(store, ledger, reference, PseudonymKeys.Demo, new IngestOptions("browser") { ReceivedBy = ReceivedBy.Manifest });
        var compute = new ComputeJob(store, ledger, reference, new CuratedTables(store));
        await new WholeRun(ingest, compute, ledger, new SummariseJob(store, ledger, reference)).Run((await LocalLanding.Find(store, landing)).Uploads);
    }
}
