using System.Runtime.CompilerServices;

namespace Homeward.Lake.Folder;

/// <summary>A lake in a folder of this machine: a folder per zone.</summary>
/// <remarks>Safe for several processes of one machine at once. Landing and reference data may lie elsewhere (<c>--landing</c>).</remarks>
public sealed class FolderLake : ILakeStore
{
    readonly AtomicFolder[] zones;

    /// <param name="root">Made when it is first written to.</param>
    /// <param name="elsewhere">Folders of zones that do not lie below <paramref name="root"/>.</param>
    /// <param name="durable">Every put reaches the disk before it is seen: survives a power cut, costs a millisecond or more per file.</param>
    public FolderLake(string root, TimeProvider? clock = null, IReadOnlyDictionary<Zone, string>? elsewhere = null, bool durable = true)
    {
        Root = Path.GetFullPath(root);
        zones = [.. Enum.GetValues<Zone>().Select(zone => elsewhere?.GetValueOrDefault(zone) is { } other
            ? new AtomicFolder(other, Path.Combine(other, WorkFolder), clock ?? TimeProvider.System, durable)
            : new AtomicFolder(Path.Combine(Root, zone.Name()), Path.Combine(Root, WorkFolder), clock ?? TimeProvider.System, durable))];
    }

    /// <summary>Where files are written before they are seen, and locks lie.</summary>
    internal const string WorkFolder = ".work";

    public string Root { get; }

    public Task<LakeFile?> Get(LakePath path, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(In(path).Get(path.Name));
    }

    public Stream Open(LakePath path, ETag version) => In(path).Open(path.Name, version) ?? throw new LakeChangedException(path);

    public Task<ETag> Put(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(In(path).Put(path.Name, bytes));
    }

    public Task<ETag?> PutIfAbsent(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(In(path).PutIfAbsent(path.Name, bytes));
    }

    public Task<ETag?> PutIfMatch(LakePath path, ReadOnlyMemory<byte> bytes, ETag version, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(In(path).PutIfMatch(path.Name, bytes, version));
    }

    public Task<bool> Delete(LakePath path, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(In(path).Delete(path.Name));
    }

    public async IAsyncEnumerable<LakeEntry> List(LakeFolder folder, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var (name, file) in zones[(int)folder.Zone].List(folder.Name))
        {
            cancel.ThrowIfCancellationRequested();
            var path = LakePath.IsAllowed(folder.Prefix + name) ? LakePath.Of(folder.Zone, folder.Prefix + name) : (LakePath?)null;
            var modified = file.LastWriteTimeUtc;
            yield return new LakeEntry(name, path, file.Length, modified, AtomicFolder.Version(modified, file.Length));
        }

        await Task.CompletedTask;
    }

    AtomicFolder In(LakePath path) => zones[(int)path.Zone];
}
