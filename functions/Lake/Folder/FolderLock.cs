using System.Diagnostics;
using System.Globalization;

namespace Homeward.Lake.Folder;

/// <summary>Lets one writer at a time replace a file, across threads and processes of one machine.</summary>
/// <remarks>An open file that nobody else may open; the system closes it when its process dies, so a lock never outlives its holder.
/// Lock files are a fixed few and are never deleted: deleting one would let two processes hold the same name.</remarks>
static class FolderLock
{
    const int Stripes = 64;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="IOException">Another process held it for 30 seconds.</exception>
    public static IDisposable Take(string work, string name)
    {
        var path = Path.Combine(work, "locks", Stripe(name).ToString("x2", CultureInfo.InvariantCulture));
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (DirectoryNotFoundException)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            }
            catch (IOException e) when (waited.Elapsed > Patience)
            {
                throw new IOException($"{path} was held by another process for {Patience.TotalSeconds:0} seconds: end that process and run again.", e);
            }
            catch (IOException)
            {
                Thread.Sleep(1);
            }
        }
    }

    /// <summary>The same in every process, unlike a string's own hash code.</summary>
    static int Stripe(string name)
    {
        var hash = 2166136261u;
        foreach (var c in name)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)(hash % Stripes);
    }
}
