using Azure.Storage.Blobs;
using Homeward.Benchmarks.Data;
using Homeward.Lake;
using Homeward.Lake.Azure;
using Homeward.Lake.Azure.Tables;
using Homeward.Lake.Folder;
using Homeward.Lake.Ledger;
using Homeward.Pipeline;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Summarise;
using Homeward.Reference;
using Homeward.Submissions.Curated;

namespace Homeward.Benchmarks.Jobs;

/// <summary>Holds what the app made against a run over folders.</summary>
static class LoadJobs
{
    static readonly Zone[] Zones = [Zone.Curated, Zone.Marts, Zone.Restricted, Zone.Published, Zone.Casework];

    /// <summary>Files that differ or that only one side has. The folder run receives each upload when the app's storage did.</summary>
    public static async Task<IReadOnlyList<string>> Differences(string account, AppRegion region)
    {
        var app = new AzureLake(new BlobServiceClient(account));
        var ledger = new TableLedger(TableClient.FromConnectionString(account, TableLedger.SubmissionsTable), TableClient.FromConnectionString(account, TableLedger.RunsTable));
        await foreach (var row in ledger.Submissions())
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(region.Landing, row.Row.Provider, row.Row.Period.ToString(), row.Row.Upload)))
            {
                File.SetLastWriteTimeUtc(file, row.Row.Received.UtcDateTime);
            }
        }

        var folder = Directory.CreateTempSubdirectory("homeward-load-");
        try
        {
            var lake = new FolderLake(folder.FullName, elsewhere: new Dictionary<Zone, string> { [Zone.Landing] = region.Landing }, durable: false);
            await Run(lake, new FolderLedger(folder.FullName, durable: false), region);
            return await Differences(app, lake, await ledger.Runs().Select(run => run.Row).ToListAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task Run(FolderLake lake, FolderLedger ledger, AppRegion region)
    {
        var reference = ReferenceData.Load(
            Directory.GetFiles(region.Reference).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal));
        var ingest = new IngestJob(lake, ledger, reference, PseudonymKeys.Demo, new IngestOptions("benchmark"));
        var compute = new ComputeJob(lake, ledger, reference, new CuratedTables(lake));
        var run = new WholeRun(ingest, compute, ledger, new SummariseJob(lake, ledger, reference));
        await run.Run((await LocalLanding.Find(lake, region.Landing)).Uploads);
    }

    static async Task<IReadOnlyList<string>> Differences(AzureLake app, FolderLake folder, IReadOnlyList<RunRow> runs)
    {
        var (ours, theirs) = (await Files(app, runs), await Files(folder, runs));
        var differing = new List<string>(ours.Keys.Concat(theirs.Keys).Distinct().Where(path => !ours.ContainsKey(path) || !theirs.ContainsKey(path)).Select(path => path.ToString()));
        foreach (var path in ours.Keys.Intersect(theirs.Keys))
        {
            var (a, b) = ((await app.Get(path))!.Bytes, (await folder.Get(path))!.Bytes);
            if (!a.AsSpan().SequenceEqual(b))
            {
                differing.Add(path.ToString());
            }
        }

        return differing;
    }

    /// <summary>Runs that were superseded on the way are history.</summary>
    static async Task<Dictionary<LakePath, LakeEntry>> Files(ILakeStore lake, IReadOnlyList<RunRow> runs)
    {
        var files = new Dictionary<LakePath, LakeEntry>();
        foreach (var zone in Zones)
        {
            await foreach (var entry in lake.List(LakeFolder.Of(zone)))
            {
                var name = entry.Path!.Value.ToString();
                if (!name.StartsWith("restricted/_", StringComparison.Ordinal) || runs.Any(run => name.StartsWith(LakePaths.Run(run.Period, run.RunId!).ToString(), StringComparison.Ordinal)))
                {
                    files[entry.Path!.Value] = entry;
                }
            }
        }

        return files;
    }
}
