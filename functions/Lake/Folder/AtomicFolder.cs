using System.Globalization;

namespace Homeward.Lake.Folder;

/// <summary>Files below one folder that other processes see whole or not at all.</summary>
/// <remarks>
/// A file is written in the work folder, which lies on the same disk, and then renamed. Its version is its time of modification and length; a replacement
/// is always given a later time than what it replaces, so that a version never comes back. Writing takes a lock file that other
/// processes honour too; reading needs none.
/// </remarks>
sealed class AtomicFolder(string root, string work, TimeProvider clock, bool durable)
{
    readonly string root = Path.GetFullPath(root);
    readonly string work = Path.GetFullPath(work);

    public LakeFile? Get(string name)
    {
        try
        {
            using var file = File.OpenHandle(At(name));
            var bytes = GC.AllocateUninitializedArray<byte>(checked((int)RandomAccess.GetLength(file)));
            for (var read = 0; read < bytes.Length;)
            {
                var got = RandomAccess.Read(file, bytes.AsSpan(read), read);
                read += got > 0 ? got : throw new EndOfStreamException($"{name} became shorter while it was being read.");
            }

            return new LakeFile(bytes, Version(File.GetLastWriteTimeUtc(file), bytes.Length));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Null where the file is gone or is another version.</summary>
    public Stream? Open(string name, ETag version)
    {
        try
        {
            var file = new FileStream(At(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan);
            if (Version(File.GetLastWriteTimeUtc(file.SafeFileHandle), file.Length) == version)
            {
                return file;
            }

            file.Dispose();
            return null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public ETag Put(string name, ReadOnlyMemory<byte> bytes)
    {
        using var held = FolderLock.Take(work, At(name));
        return Replace(name, bytes, Find(name));
    }

    public ETag? PutIfAbsent(string name, ReadOnlyMemory<byte> bytes)
    {
        if (File.Exists(At(name)))
        {
            return null;
        }

        // Moving without replacing looks first and renames then: of two that look in the same moment, the later would replace the earlier.
        using var written = Written(bytes, null);
        using var held = FolderLock.Take(work, At(name));
        return written.MoveTo(At(name), overwrite: false) ? Version(written.Modified, bytes.Length) : null;
    }

    public ETag? PutIfMatch(string name, ReadOnlyMemory<byte> bytes, ETag version)
    {
        using var held = FolderLock.Take(work, At(name));
        var found = Find(name);
        return found is not null && Version(found.LastWriteTimeUtc, found.Length) == version ? Replace(name, bytes, found) : null;
    }

    public bool Delete(string name)
    {
        using var held = FolderLock.Take(work, At(name));
        var there = File.Exists(At(name));
        if (there)
        {
            File.Delete(At(name));
        }

        return there;
    }

    /// <summary>Files below <paramref name="folder"/>: names relative to it with <c>/</c>, in ordinal order.</summary>
    public IEnumerable<(string Name, FileInfo File)> List(string folder)
    {
        var at = folder.Length == 0 ? root : At(folder);
        if (!Directory.Exists(at))
        {
            return [];
        }

        var everyDepth = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        };
        return new DirectoryInfo(at).EnumerateFiles("*", everyDepth)
            .Select(file => (Name: Path.GetRelativePath(at, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), File: file))
            .OrderBy(found => found.Name, StringComparer.Ordinal);
    }

    public static ETag Version(DateTime modified, long length) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{modified.Ticks:x}-{length:x}"));

    ETag Replace(string name, ReadOnlyMemory<byte> bytes, FileInfo? old)
    {
        using var written = Written(bytes, old);
        written.MoveTo(At(name), overwrite: true);
        return Version(written.Modified, bytes.Length);
    }

    TemporaryFile Written(ReadOnlyMemory<byte> bytes, FileInfo? replaces)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var modified = replaces is not null && replaces.LastWriteTimeUtc >= now ? replaces.LastWriteTimeUtc.AddTicks(1) : now;
        return new TemporaryFile(Path.Combine(work, "tmp"), bytes, modified, durable);
    }

    FileInfo? Find(string name) => new FileInfo(At(name)) is { Exists: true } found ? found : null;

    string At(string name) => Path.Combine(root, name.Replace('/', Path.DirectorySeparatorChar));
}
