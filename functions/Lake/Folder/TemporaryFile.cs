using System.Globalization;

namespace Homeward.Lake.Folder;

/// <summary>A whole file on its way to its name; gone at the end unless it was moved.</summary>
sealed class TemporaryFile : IDisposable
{
    static int made;

    readonly string path;
    bool moved;

    public TemporaryFile(string folder, ReadOnlyMemory<byte> bytes, DateTime modified, bool durable)
    {
        using var file = Create(folder, out path);
        Modified = modified;
        try
        {
            RandomAccess.Write(file.SafeFileHandle, bytes.Span, 0);
            File.SetLastWriteTimeUtc(file.SafeFileHandle, modified);
            file.Flush(durable);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public DateTime Modified { get; }

    /// <summary>False where <paramref name="target"/> exists and must not be replaced.</summary>
    public bool MoveTo(string target, bool overwrite)
    {
        try
        {
            Move(target, overwrite);
            return moved = true;
        }
        catch (IOException) when (!overwrite && File.Exists(target))
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (!moved)
        {
            File.Delete(path);
        }
    }

    void Move(string target, bool overwrite)
    {
        try
        {
            File.Move(path, target, overwrite);
        }
        catch (IOException e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            // A folder that another writer makes in between is told as a missing file.
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(path, target, overwrite);
        }
    }

    /// <summary>Another process may have the same id, on another machine or in the past: a name is taken only where it is free.</summary>
    static FileStream Create(string folder, out string path)
    {
        while (true)
        {
            path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref made)}"));
            try
            {
                return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
            }
            catch (IOException e) when (e is DirectoryNotFoundException or FileNotFoundException)
            {
                // A folder that another writer makes in between is told as a missing file.
                Directory.CreateDirectory(folder);
            }
            catch (IOException) when (File.Exists(path))
            {
                continue;
            }
        }
    }
}
