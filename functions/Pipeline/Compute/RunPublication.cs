using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;

namespace Homeward.Pipeline.Compute;

/// <summary>Copies a period's current run to where people read it.</summary>
sealed class RunPublication(ILakeStore store, ILedger ledger, RunFiles runs)
{
    /// <summary>Copies the current run, and once more where another became current meanwhile.</summary>
    /// <param name="previous">The run that was published before: files that only it made are removed.</param>
    public async Task Publish(Month period, string? previous, CancellationToken cancel)
    {
        for (var published = previous; await ledger.Run(period, cancel) is { Row.RunId: { } current } && current != published; published = current)
        {
            await Copy(period, current, published, cancel);
        }
    }

    /// <summary>True where every period folder names the run: its <c>_run.json</c> is what is copied last.</summary>
    public async Task<bool> IsPublished(Month period, string runId, CancellationToken cancel)
    {
        if (await runs.Find(period, runId, cancel) is not { } manifest)
        {
            return false;
        }

        foreach (var (path, folder) in manifest.PerFolder())
        {
            if (await store.Get(path, cancel) is not { } there || !there.Bytes.AsSpan().SequenceEqual(folder.ToBytes()))
            {
                return false;
            }
        }

        return true;
    }

    async Task Copy(Month period, string runId, string? previous, CancellationToken cancel)
    {
        var manifest = await runs.Find(period, runId, cancel)
            ?? throw new InvalidDataException($"The ledger names run {runId} of {period}, which is not in the lake: remove its row in the ledger and run again.");
        foreach (var path in manifest.Paths)
        {
            await store.Put(path, await runs.Read(period, runId, path, cancel), cancel);
        }

        foreach (var (path, folder) in manifest.PerFolder())
        {
            await store.Put(path, folder.ToBytes(), cancel);
        }

        var before = previous is null ? null : await runs.Find(period, previous, cancel);
        foreach (var path in before is null ? [] : Everything(before).Except(Everything(manifest)))
        {
            await store.Delete(path, cancel);
        }
    }

    static IEnumerable<LakePath> Everything(RunManifest manifest) => manifest.Paths.Concat(manifest.PerFolder().Select(folder => folder.Path));
}
