using System.Globalization;
using Homeward.Pipeline.Packages;

namespace Homeward.Pipeline.Ingest;

/// <summary>An upload that is one zip of this machine: read in place, never unpacked.</summary>
public static class LandingZip
{
    public static PinUpload Pin(string path) => cancel =>
    {
        cancel.ThrowIfCancellationRequested();
        var file = new FileInfo(path);
        var version = string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}");
        var pinned = new PinnedUpload([], file.LastWriteTimeUtc, version) { Package = file.Name };
        try
        {
            return Task.FromResult(pinned with { Files = ZipPackage.Files(file.OpenRead) });
        }
        catch (PackageException e)
        {
            return Task.FromResult(pinned.Unreadable(e));
        }
    };
}
