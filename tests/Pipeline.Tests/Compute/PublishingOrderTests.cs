using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Tests.Uploads;

namespace Homeward.Pipeline.Tests.Compute;

/// <summary>A reader that polls never sees a figure before its commit, nor a folder's manifest before its files.</summary>
public sealed class PublishingOrderTests : IDisposable
{
    static readonly Month August = new(2025, 8);
    static readonly DateTime Monday = new(2025, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_Ingest_VersionsThenFeedbackThenCommitThenCopy()
    {
        var (lake, journal) = Recorded();
        await lake.Take(new SmallUpload("RWR", August, "first", Monday));
        var version = journal.FindLastIndex(line => line.StartsWith("put curated/_versions/", StringComparison.Ordinal));
        var feedback = journal.FindIndex(line => line.StartsWith("put feedback/", StringComparison.Ordinal));
        var accepted = journal.IndexOf("ledger RWR-2025-08-first Accepted");
        var published = journal.IndexOf("ledger RWR-2025-08-first Published");
        var copy = journal.FindIndex(line => line.StartsWith("put curated/", StringComparison.Ordinal) && line.Contains("/period=", StringComparison.Ordinal));
        int[] order = [version, feedback, accepted, published, copy];
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public async Task Run_Compute_RunFilesThenCommitThenCopiesThenManifests()
    {
        var (lake, journal) = Recorded();
        await lake.Take(new SmallUpload("RWR", August, "first", Monday));
        journal.Clear();
        var run = await lake.Compute.Run(August);
        var commit = journal.IndexOf($"ledger run {run.RunId}");
        Assert.All(journal[..commit], line => Assert.StartsWith($"put restricted/_runs/2025-08/{run.RunId}/", line, StringComparison.Ordinal));
        Assert.EndsWith("/_run.json", journal[commit - 1], StringComparison.Ordinal);
        var copies = journal[(commit + 1)..];
        Assert.DoesNotContain(copies, line => line.Contains("/_runs/", StringComparison.Ordinal));
        var firstManifest = copies.FindIndex(line => line.EndsWith("/_run.json", StringComparison.Ordinal));
        Assert.InRange(firstManifest, 2, copies.Count - 2);
        Assert.All(copies[firstManifest..], line => Assert.EndsWith("/_run.json", line, StringComparison.Ordinal));
    }

    (SmallLake Lake, List<string> Journal) Recorded()
    {
        var journal = new List<string>();
        var lake = new SmallLake(world);
        return (new SmallLake(world) { Store = new JournalStore(lake.Store, journal), Ledger = new JournalLedger(lake.Ledger, journal) }, journal);
    }

    sealed class JournalStore(ILakeStore inner, List<string> journal) : ILakeStore
    {
        public Task<LakeFile?> Get(LakePath path, CancellationToken cancel = default) => inner.Get(path, cancel);

        public Stream Open(LakePath path, ETag version) => inner.Open(path, version);

        public Task<ETag> Put(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
        {
            journal.Add($"put {path}");
            return inner.Put(path, bytes, cancel);
        }

        public Task<ETag?> PutIfAbsent(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
        {
            journal.Add($"put {path}");
            return inner.PutIfAbsent(path, bytes, cancel);
        }

        public Task<ETag?> PutIfMatch(LakePath path, ReadOnlyMemory<byte> bytes, ETag version, CancellationToken cancel = default)
        {
            journal.Add($"put {path}");
            return inner.PutIfMatch(path, bytes, version, cancel);
        }

        public Task<bool> Delete(LakePath path, CancellationToken cancel = default) => inner.Delete(path, cancel);

        public IAsyncEnumerable<LakeEntry> List(LakeFolder folder, CancellationToken cancel = default) => inner.List(folder, cancel);
    }

    sealed class JournalLedger(ILedger inner, List<string> journal) : ILedger
    {
        public Task<Stored<SubmissionRow>?> Submission(string provider, Month period, string upload, CancellationToken cancel = default) =>
            inner.Submission(provider, period, upload, cancel);

        public IAsyncEnumerable<Stored<SubmissionRow>> Submissions(CancellationToken cancel = default) => inner.Submissions(cancel);

        public IAsyncEnumerable<Stored<SubmissionRow>> Submissions(string provider, Month period, CancellationToken cancel = default) =>
            inner.Submissions(provider, period, cancel);

        public Task<Stored<SubmissionRow>?> Add(SubmissionRow row, CancellationToken cancel = default) => inner.Add(row, cancel);

        public Task<Stored<SubmissionRow>?> Replace(SubmissionRow row, ETag version, CancellationToken cancel = default)
        {
            journal.Add($"ledger {row.Id} {row.State}");
            return inner.Replace(row, version, cancel);
        }

        public Task<Stored<RunRow>?> Run(Month period, CancellationToken cancel = default) => inner.Run(period, cancel);

        public IAsyncEnumerable<Stored<RunRow>> Runs(CancellationToken cancel = default) => inner.Runs(cancel);

        public Task<Stored<RunRow>?> Add(RunRow row, CancellationToken cancel = default)
        {
            journal.Add($"ledger run {row.RunId}");
            return inner.Add(row, cancel);
        }

        public Task<Stored<RunRow>?> Replace(RunRow row, ETag version, CancellationToken cancel = default) => inner.Replace(row, version, cancel);
    }
}
