using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Folder;
using Homeward.Pipeline;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Summarise;
using Homeward.Reference;
using Homeward.Submissions.Curated;

namespace Homeward.Cli.Files;

/// <summary>The whole pipeline on folders of this machine.</summary>
/// <param name="Durable">Every file reaches the disk before it is seen.</param>
sealed record LocalLake(string Folder, string Landing, ReferenceData Reference, PseudonymKeys Keys, bool Durable = true)
{
    public async Task<(FoundUploads Found, RunReport Report)> Run(Month? only, Action<string, int, int> progress, CancellationToken cancel)
    {
        var store = new FolderLake(Folder, elsewhere: new Dictionary<Zone, string> { [Zone.Landing] = Landing }, durable: Durable);
        var ledger = new FolderLedger(Folder, durable: Durable);
        var options = new IngestOptions(LocalWorker.Name) { ReceivedBy = ReceivedBy.Manifest, IsGone = LocalWorker.IsGone };
        var run = new WholeRun(
            new IngestJob(store, ledger, Reference, Keys, options),
            new ComputeJob(store, ledger, Reference, new CuratedTables(store)),
            ledger,
            new SummariseJob(store, ledger, Reference));
        var found = await LocalLanding.Find(store, Landing, cancel);
        var report = await run.Run(found.Uploads, only, new Relay(progress), cancel);
        return (found, report);
    }

    sealed class Relay(Action<string, int, int> progress) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) =>
            progress(value.Stage == RunStage.Ingest ? "Judging submissions" : "Computing periods", value.Done, value.InAll);
    }
}
