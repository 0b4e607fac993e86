using System.Collections.Concurrent;
using System.Diagnostics;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Folder;
using Homeward.Pipeline;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Reference;
using Homeward.Submissions.Curated;

namespace Homeward.Benchmarks.Jobs;

/// <summary>The two jobs of the pipeline as <c>homeward run</c> does them, on a folder lake.</summary>
static class NationalJobs
{
    static readonly Month Never = new(1900, 1);

    /// <summary>Every submission, into a lake that is made anew.</summary>
    /// <remarks>An older lake is removed afterwards: a file system such as ext4 looks at every file that was removed in the last minutes
    /// whenever it makes one, which would be measured too.</remarks>
    public static IReadOnlyDictionary<string, double> Ingest(string region, string lake)
    {
        var old = lake + ".old";
        Forget(old);
        if (Directory.Exists(lake))
        {
            Directory.Move(lake, old);
        }

        var seconds = Timed(async () =>
        {
            var (landing, reference) = (Path.Combine(region, "landing"), Reference(region));
            var store = new FolderLake(lake, elsewhere: new Dictionary<Zone, string> { [Zone.Landing] = landing });
            var ledger = new FolderLedger(lake);
            var ingest = new IngestJob(store, ledger, reference, PseudonymKeys.Demo, new IngestOptions("benchmark") { ReceivedBy = ReceivedBy.Manifest });
            var run = new WholeRun(ingest, new ComputeJob(store, ledger, reference, new CuratedTables(store)), ledger);
            var found = await LocalLanding.Find(store, landing);
            var report = await run.Run(found.Uploads, Never);
            var refused = report.Ingested.FirstOrDefault(result => result.Row.State != Lake.Ledger.LedgerState.Published);
            if (report.Ingested.Count != found.Uploads.Count || refused is not null)
            {
                throw new InvalidOperationException($"Of {found.Uploads.Count} uploads {report.Ingested.Count} were judged; not published: {refused?.Row.Id}");
            }
        });
        Forget(old);
        return seconds;
    }

    /// <summary>Every measure of one period, whether or not it was computed before.</summary>
    public static IReadOnlyDictionary<string, double> Compute(string region, string lake, string period)
    {
        Forget(Path.Combine(lake, "ledger", "runs"));
        Forget(Runs(lake));

        return Timed(async () =>
        {
            var store = new FolderLake(lake);
            var job = new ComputeJob(store, new FolderLedger(lake), Reference(region), new CuratedTables(store));
            if (!(await job.Run(Month.Parse(period))).Computed)
            {
                throw new InvalidOperationException($"{period} was computed already.");
            }
        });
    }

    /// <summary>Where runs put their files.</summary>
    public static string Runs(string lake) => Path.Combine(lake, "restricted", "_runs");

    static void Forget(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static ReferenceData Reference(string region) => ReferenceData.Load(
        Directory.GetFiles(Path.Combine(region, "reference")).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal));

    /// <summary>Runs a job and sums its spans by name.</summary>
    static ConcurrentDictionary<string, double> Timed(Func<Task> job)
    {
        var seconds = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Steps.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => seconds.AddOrUpdate(span.OperationName, span.Duration.TotalSeconds, (_, sum) => sum + span.Duration.TotalSeconds),
        };
        ActivitySource.AddActivityListener(listener);
        job().GetAwaiter().GetResult();
        return seconds;
    }
}
