using Homeward.Lake;
using Homeward.Lake.Azure;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Arrivals;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Summarise;
using Homeward.Reference;
using Homeward.Submissions.Curated;

namespace Homeward.App.Deployments;

/// <summary>What every function works with: storage, ledger, queues, keys and reference data.</summary>
sealed class Deployment : IDisposable
{
    const long TableCacheBytes = 512L << 20;

    readonly IngestOptions ingest;
    readonly CuratedTables tables;
    int arrivalsWaiting;

    public Deployment(ILakeStore store, ILedger ledger, Queues queues, PseudonymKeys keys, TimeProvider clock, IngestOptions ingest)
    {
        (Store, Ledger, Queues, Keys, Clock, this.ingest) = (store, ledger, queues, keys, clock, ingest);
        Reference = new ReferenceCache(store);
        tables = new CuratedTables(store, TableCacheBytes);
    }

    public ILakeStore Store { get; }

    public ILedger Ledger { get; }

    public Queues Queues { get; }

    public PseudonymKeys Keys { get; }

    public TimeProvider Clock { get; }

    public ReferenceCache Reference { get; }

    /// <summary>Judging and computing use every core by themselves: more of them at once only need more memory.</summary>
    public SemaphoreSlim HeavyWork { get; } = new(Math.Max(2, Environment.ProcessorCount));

    /// <summary>Uploads of this process that wait for <see cref="HeavyWork"/>.</summary>
    public int ArrivalsWaiting => Volatile.Read(ref arrivalsWaiting);

    /// <summary>Waits for <see cref="HeavyWork"/> to take an upload in; computing stands back meanwhile.</summary>
    public async Task WaitToTakeIn(CancellationToken cancel)
    {
        Interlocked.Increment(ref arrivalsWaiting);
        try
        {
            await HeavyWork.WaitAsync(cancel);
        }
        finally
        {
            Interlocked.Decrement(ref arrivalsWaiting);
        }
    }

    public void Dispose()
    {
        Reference.Dispose();
        HeavyWork.Dispose();
    }

    /// <param name="host">The account of queues and ledger.</param>
    /// <param name="lake">The account of the lake's containers, and of failed blob events: the Functions host puts them where its trigger watches.</param>
    public static Deployment Of(StorageConnection host, StorageConnection lake, PseudonymKeys keys, TimeProvider clock, IngestOptions ingest) => new(
        new AzureLake(lake.Blobs()),
        new TableLedger(host.Table(TableLedger.SubmissionsTable), host.Table(TableLedger.RunsTable)),
        new Queues(name => (name == Queues.BlobPoison ? lake : host).Queue(name)),
        keys,
        clock,
        ingest);

    public ArrivalJob Arrivals(ReferenceData reference) =>
        new(Store, Ledger, new IngestJob(Store, Ledger, reference, Keys, ingest));

    public SummariseJob Summarise(ReferenceData reference) => new(Store, Ledger, reference);

    public ComputeJob Compute(ReferenceData reference) => new(Store, Ledger, reference, tables);
}
