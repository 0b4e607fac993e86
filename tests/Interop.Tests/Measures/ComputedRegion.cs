using Homeward.Columns;
using Homeward.Interop.Tests.Parquet;
using Homeward.Lake;
using Homeward.Lake.Folder;
using Homeward.Pipeline;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Reference;
using Homeward.Submissions.Curated;

namespace Homeward.Interop.Tests.Measures;

/// <summary>A region through the whole pipeline: its submissions judged and curated, some of its periods computed, all in a folder.</summary>
sealed class ComputedRegion : IDisposable
{
    readonly TempFolder folder = new();

    ComputedRegion(IReadOnlyList<Month> periods) => Periods = periods;

    public IReadOnlyList<Month> Periods { get; }

    public string Lake => folder["lake"];

    public string Reference => folder["reference"];

    /// <param name="write">Writes <c>landing/</c> and <c>reference/</c> under the folder given.</param>
    public static async Task<ComputedRegion> Of(Action<string> write, params Month[] periods)
    {
        var region = new ComputedRegion(periods);
        write(region.folder[""]);
        var store = new FolderLake(region.Lake, elsewhere: new Dictionary<Zone, string> { [Zone.Landing] = region.folder["landing"] }, durable: false);
        var ledger = new FolderLedger(region.Lake, durable: false);
        var reference = ReferenceData.Load(
            Directory.GetFiles(region.Reference).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal));
        var options = new IngestOptions("opinions") { ReceivedBy = ReceivedBy.Manifest };
        var compute = new ComputeJob(store, ledger, reference, new CuratedTables(store));
        var run = new WholeRun(new IngestJob(store, ledger, reference, PseudonymKeys.Demo, options), compute, ledger);
        await run.Run((await LocalLanding.Find(store, region.folder["landing"])).Uploads, periods[0]);
        foreach (var period in periods.Skip(1))
        {
            await compute.Run(period);
        }

        return region;
    }

    public void Dispose() => folder.Dispose();
}
