using Homeward.Lake;

namespace Homeward.Pipeline.Summarise;

/// <summary>Copies the current summary to where people read it, and takes away worklists that it has no more: of organisations that left.</summary>
/// <remarks>Every copier looks again after its last change which summary is current: one that lost a race copies the winner's files, so
/// whatever the order, the last to leave leaves the current ones.</remarks>
sealed class SummaryPublication(ILakeStore store, SummaryFiles files)
{
    static readonly LakeFolder Worklists = LakeFolder.Of(Zone.Casework, "worklist");

    /// <summary>True where something had to be changed.</summary>
    public async Task<bool> Publish(CancellationToken cancel)
    {
        var changed = false;
        string? copied = null;
        while (await files.FindCurrent(cancel) is { } current && current.RunId != copied)
        {
            var manifest = await files.Find(current.RunId, cancel)
                ?? throw new InvalidDataException($"Summary {current.RunId} is current and not in the lake: remove restricted/_runs/summary and run again.");
            changed |= await Copy(manifest, cancel);
            copied = current.RunId;
        }

        return changed;
    }

    async Task<bool> Copy(SummaryManifest manifest, CancellationToken cancel)
    {
        var changed = false;
        foreach (var path in manifest.Paths)
        {
            var original = SummaryFiles.At(manifest.RunId, path);
            var bytes = (await store.Get(original, cancel))?.Bytes
                ?? throw new InvalidDataException($"{original} is missing though its summary names it: remove its folder and run again.");
            changed |= await Put(path, bytes, cancel);
        }

        var made = manifest.Paths.ToHashSet();
        foreach (var entry in await store.List(Worklists, cancel).ToListAsync(cancel))
        {
            if (entry.Path is { } path && !made.Contains(path))
            {
                await store.Delete(path, cancel);
                changed = true;
            }
        }

        return await Put(SummaryManifest.Published, manifest.ForMarts(), cancel) || changed;
    }

    async Task<bool> Put(LakePath path, byte[] bytes, CancellationToken cancel)
    {
        if (await store.Get(path, cancel) is { } there && there.Bytes.AsSpan().SequenceEqual(bytes))
        {
            return false;
        }

        await store.Put(path, bytes, cancel);
        return true;
    }
}
