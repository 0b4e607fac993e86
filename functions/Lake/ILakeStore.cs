namespace Homeward.Lake;

/// <summary>A version of one file: two reads that give the same tag gave the same bytes.</summary>
public readonly record struct ETag(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A file's bytes, and the version that they are.</summary>
public sealed record LakeFile(byte[] Bytes, ETag ETag);

/// <summary>What a listing says of a file.</summary>
/// <param name="Name">Name below the listed folder, as found; may be hostile.</param>
/// <param name="Path">Null where the name is not on the allow-list: such a file can be reported, never opened.</param>
/// <param name="Modified">By the storage's clock.</param>
public sealed record LakeEntry(string Name, LakePath? Path, long Length, DateTimeOffset Modified, ETag ETag)
{
    /// <summary>MD5 of the bytes, base64, where the storage keeps it: tells without reading whether two files are equal. Null where it does not.</summary>
    public string? Md5 { get; init; }
}

/// <summary>A file is no longer the version that was pinned.</summary>
public sealed class LakeChangedException(LakePath path)
    : IOException($"{path} changed while it was being read: it is read again from the start.")
{
    public LakePath Path { get; } = path;
}

/// <summary>Where the bytes of a lake live. A put is seen whole or not at all, also by other processes and after a crash.</summary>
public interface ILakeStore
{
    /// <summary>The whole file; null where there is none.</summary>
    Task<LakeFile?> Get(LakePath path, CancellationToken cancel = default);

    /// <summary>Opens a pinned version for reading in order.</summary>
    /// <exception cref="LakeChangedException">The file is gone or is another version.</exception>
    Stream Open(LakePath path, ETag version);

    /// <summary>Creates or replaces.</summary>
    Task<ETag> Put(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default);

    /// <summary>Creates; null, and nothing done, where the file exists.</summary>
    Task<ETag?> PutIfAbsent(LakePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default);

    /// <summary>Replaces this version; null, and nothing done, where the file is gone or is another version.</summary>
    Task<ETag?> PutIfMatch(LakePath path, ReadOnlyMemory<byte> bytes, ETag version, CancellationToken cancel = default);

    /// <summary>False where there was none.</summary>
    Task<bool> Delete(LakePath path, CancellationToken cancel = default);

    /// <summary>Every file below the folder, at any depth, by name in ordinal order.</summary>
    IAsyncEnumerable<LakeEntry> List(LakeFolder folder, CancellationToken cancel = default);
}
