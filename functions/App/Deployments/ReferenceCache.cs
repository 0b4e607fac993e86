using Homeward.Lake;
using Homeward.Reference;

namespace Homeward.App.Deployments;

/// <summary>The reference data of the lake, loaded again when a file of it changed.</summary>
sealed class ReferenceCache(ILakeStore store) : IDisposable
{
    readonly SemaphoreSlim gate = new(1);
    string version = "";
    ReferenceData? loaded;

    /// <exception cref="ReferenceException">Unreadable or contradictory.</exception>
    public async Task<ReferenceData> Get(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            var entries = await store.List(LakeFolder.Of(Zone.Reference), cancel).Where(entry => entry.Path is not null).ToListAsync(cancel);
            var found = string.Join('\n', entries.Select(entry => $"{entry.Name} {entry.ETag}"));
            if (loaded is null || found != version)
            {
                (loaded, version) = (await Load(entries, cancel), found);
            }

            return loaded;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    async Task<ReferenceData> Load(IEnumerable<LakeEntry> entries, CancellationToken cancel)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (await store.Get(entry.Path!.Value, cancel) is { } file)
            {
                files[entry.Name] = file.Bytes;
            }
        }

        return files.Count > 0
            ? ReferenceData.Load(files)
            : throw new SettingsException("The lake has no reference data: put the files of reference.md into its container 'reference', or start with --reference DIR.");
    }
}
