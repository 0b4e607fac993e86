using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Folder;
using Homeward.Pipeline;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Rebuild;
using Homeward.Pipeline.Summarise;
using Homeward.Reference;
using Homeward.Submissions.Curated;

namespace Homeward.Cli.Files;

/// <summary>The whole pipeline on folders of this machine.</summary>
/// <param name="Durable">Every file reaches the disk before it is seen.</param>
sealed record LocalLake(string Folder, string Landing, ReferenceData Reference, PseudonymKeys Keys, bool Durable = true)
{
    FolderLake Store => new(Folder, elsewhere: new Dictionary<Zone, string> { [Zone.Landing] = Landing }, durable: Durable);

    public async Task<(FoundUploads Found, RunReport Report)> Run(Month? only, Action<string, int, int> progress, CancellationToken cancel)
    {
        var (store, ledger) = (Store, new FolderLedger(Folder, durable: Durable));
        var run = new WholeRun(Ingest(store, ledger), Compute(store, ledger), ledger, new SummariseJob(store, ledger, Reference));
        var found = await LocalLanding.Find(store, Landing, cancel);
        return (found, await run.Run(found.Uploads, only, new Relay(progress), cancel));
    }

    public async Task<(FoundUploads Found, RebuildReport Report)> Rebuild(Action<string, int, int> progress, CancellationToken cancel)
    {
        var (store, ledger) = (Store, new FolderLedger(Folder, durable: Durable));
        var rebuild = new RebuildJob(store, ledger, Ingest(store, ledger), Compute(store, ledger), new SummariseJob(store, ledger, Reference), Keys.KeyId);
        var found = await LocalLanding.Find(store, Landing, cancel);
        return (found, await rebuild.Run(found.Uploads, new Relay(progress), cancel));
    }

    IngestJob Ingest(FolderLake store, FolderLedger ledger) =>
        new(store, ledger, Reference, Keys, new IngestOptions(LocalWorker.Name) { ReceivedBy = ReceivedBy.Manifest, IsGone = LocalWorker.IsGone });

    ComputeJob Compute(FolderLake store, FolderLedger ledger) => new(store, ledger, Reference, new CuratedTables(store));

    sealed class Relay(Action<string, int, int> progress) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) =>
            progress(value.Stage == RunStage.Ingest ? "Judging submissions" : "Computing periods", value.Done, value.InAll);
    }
}
