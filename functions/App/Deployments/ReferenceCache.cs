using Homeward.Lake;
using Homeward.Reference;
using Microsoft.Extensions.Logging.Abstractions;

namespace Homeward.App.Deployments;

/// <summary>The reference data of the lake, loaded again when a file of it changed.</summary>
/// <remarks>
/// Files change one after the other, and what lies there in between may contradict itself: as long as it cannot be used, what was
/// loaded before counts, and <see cref="Problem"/> says why.
/// </remarks>
sealed partial class ReferenceCache(ILakeStore store) : IDisposable
{
    readonly SemaphoreSlim gate = new(1);
    string? version;
    ReferenceData? loaded;

    /// <summary>Where a problem is told once.</summary>
    public ILogger Log { get; set; } = NullLogger.Instance;

    /// <summary>Which files and lines of what lies in the lake now are wrong; null where it is used.</summary>
    public string? Problem { get; private set; }

    /// <exception cref="UnusableReferenceException">Missing, unreadable or contradictory, and nothing was loaded before.</exception>
    public async Task<ReferenceData> Get(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            var entries = await store.List(LakeFolder.Of(Zone.Reference), cancel).Where(entry => entry.Path is not null).ToListAsync(cancel);
            var found = string.Join('\n', entries.Select(entry => $"{entry.Name} {entry.ETag}"));
            if (found != version)
            {
                await Load(entries, cancel);
                version = found;
            }

            return loaded ?? throw new UnusableReferenceException(Problem!);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    async Task Load(IEnumerable<LakeEntry> entries, CancellationToken cancel)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (await store.Get(entry.Path!.Value, cancel) is { } file)
            {
                files[entry.Name] = file.Bytes;
            }
        }

        try
        {
            loaded = files.Count > 0
                ? ReferenceData.Load(files)
                : throw new UnusableReferenceException("The lake has no reference data: put the files of reference.md into its container 'reference', or start with --reference DIR.");
            Problem = null;
        }
        catch (Exception e) when (e is ReferenceException or UnusableReferenceException)
        {
            Problem = e.Message;
            Unusable(Log, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "Needs a person: {Problem}")]
    static partial void Unusable(ILogger logger, string problem);
}

/// <summary>The lake's reference data cannot be used: says which files and lines.</summary>
sealed class UnusableReferenceException(string message) : Exception(message);
