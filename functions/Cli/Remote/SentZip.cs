using System.IO.Compression;
using System.Net;
using Homeward.Cli.Files;
using Homeward.Pipeline.Packages;

namespace Homeward.Cli.Remote;

/// <summary>A submission as one zip. It is made in memory, because a file on disk would leave patients' data behind.</summary>
static class SentZip
{
    /// <summary>What the app takes in one request.</summary>
    const long MaxBytes = 100 << 20;

    /// <summary>Entries carry no time of their own: the same files are the same zip, and so the same upload.</summary>
    static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="InputException">There is nothing at the path, or it is too large for one request.</exception>
    /// <exception cref="PackageException">A zip that the app would refuse.</exception>
    public static byte[] Of(string path, Action<string, int, int> progress)
    {
        var files = PackageSource.Files(path);
        if (File.Exists(path))
        {
            return new FileInfo(path).Length <= MaxBytes ? File.ReadAllBytes(path) : throw TooLarge(path);
        }

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < files.Count; i++)
            {
                var entry = zip.CreateEntry(files[i].Name);
                entry.LastWriteTime = NoTime;
                using (var to = entry.Open())
                using (var from = files[i].Open())
                {
                    from.CopyTo(to);
                }

                progress("Packing", i + 1, files.Count);
                if (bytes.Length > MaxBytes)
                {
                    throw TooLarge(path);
                }
            }
        }

        return bytes.Length <= MaxBytes ? bytes.ToArray() : throw TooLarge(path);
    }

    static InputException TooLarge(string path) =>
        new($"{Path.GetFullPath(path)} is larger than {MaxBytes >> 20} MB as a zip, which is as much as one request may carry: upload its files into the landing container instead, submission.csv last.");
}

/// <summary>Sends bytes and tells how many are gone.</summary>
sealed class WatchedContent(byte[] bytes, Action<string, int, int> progress) : HttpContent
{
    const int Part = 1 << 16;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            var part = Math.Min(Part, bytes.Length - sent);
            await stream.WriteAsync(bytes.AsMemory(sent, part), cancellationToken);
            progress("Sending", sent += part, bytes.Length);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
