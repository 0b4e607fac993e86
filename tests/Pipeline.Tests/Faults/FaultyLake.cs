using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;

namespace Homeward.Pipeline.Tests.Faults;

/// <summary>A store whose process dies by plan. Once dead, every call fails.</summary>
sealed class FaultyStore(ILakeStore inner, FaultPlan plan) : ILakeStore
{
    public Task<LakeFile?> Get(LakePath path, CancellationToken cancel = default) => inner.Get(path, cancel);

    public Stream Open(LakePath path, ETag version) => inner.Open(path, version);

    public Task<ETag> Put(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) => plan.Do(() => inner.Put(path, bytes, cancel));

    public Task<ETag?> PutIfAbsent(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) =>
        plan.Do(() => inner.PutIfAbsent(path, bytes, cancel));

    public Task<ETag?> PutIfMatch(LakePath path, ReadOnlyMemory<byte> bytes, ETag version, CancellationToken cancel = default) =>
        plan.Do(() => inner.PutIfMatch(path, bytes, version, cancel));

    public Task<bool> Delete(LakePath path, CancellationToken cancel = default) => plan.Do(() => inner.Delete(path, cancel));

    public IAsyncEnumerable<LakeEntry> List(LakeFolder folder, CancellationToken cancel = default) => inner.List(folder, cancel);
}

/// <summary>A ledger whose process dies by plan.</summary>
sealed class FaultyLedger(ILedger inner, FaultPlan plan) : ILedger
{
    public Task<Stored<SubmissionRow>?> Submission(string provider, Month period, string upload, CancellationToken cancel = default) =>
        inner.Submission(provider, period, upload, cancel);

    public IAsyncEnumerable<Stored<SubmissionRow>> Submissions(CancellationToken cancel = default) => inner.Submissions(cancel);

    public IAsyncEnumerable<Stored<SubmissionRow>> Submissions(string provider, Month period, CancellationToken cancel = default) =>
        inner.Submissions(provider, period, cancel);

    public Task<Stored<SubmissionRow>?> Add(SubmissionRow row, CancellationToken cancel = default) => plan.Do(() => inner.Add(row, cancel));

    public Task<Stored<SubmissionRow>?> Replace(SubmissionRow row, ETag version, CancellationToken cancel = default) =>
        plan.Do(() => inner.Replace(row, version, cancel));

    public Task<Stored<RunRow>?> Run(Month period, CancellationToken cancel = default) => inner.Run(period, cancel);

    public IAsyncEnumerable<Stored<RunRow>> Runs(CancellationToken cancel = default) => inner.Runs(cancel);

    public Task<Stored<RunRow>?> Add(RunRow row, CancellationToken cancel = default) => plan.Do(() => inner.Add(row, cancel));

    public Task<Stored<RunRow>?> Replace(RunRow row, ETag version, CancellationToken cancel = default) => plan.Do(() => inner.Replace(row, version, cancel));
}
