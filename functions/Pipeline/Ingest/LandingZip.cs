using System.Globalization;
using Homeward.Pipeline.Packages;

namespace Homeward.Pipeline.Ingest;

/// <summary>An upload that is one zip of this machine: read in place, never unpacked.</summary>
public static class LandingZip
{
    /// <exception cref="PackageException">On pinning: the zip cannot be taken in.</exception>
    public static PinUpload Pin(string path) => cancel =>
    {
        cancel.ThrowIfCancellationRequested();
        var file = new FileInfo(path);
        var version = string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}");
        return Task.FromResult(new PinnedUpload(ZipPackage.Files(file.OpenRead), file.LastWriteTimeUtc, version));
    };
}
