using Homeward.Lake;
using Homeward.Pipeline.Packages;
using Homeward.Submissions;

namespace Homeward.Pipeline.Ingest;

/// <summary>Uploads in the landing zone of a lake.</summary>
public static class LandingFolder
{
    /// <summary>A larger zip is not opened to see what is wrong with it.</summary>
    const long MaxZipBytes = 256L << 20;

    /// <summary>Pins an upload: its files are read only in the versions that were listed.</summary>
    public static PinUpload Pin(ILakeStore store, SubmissionIdentity identity) => async cancel =>
    {
        var folder = LakePaths.Landing(identity.Provider, identity.Period, identity.Upload);
        var entries = await store.List(folder, cancel).ToListAsync(cancel);
        var zip = OnlyZip(entries);
        return new PinnedUpload(
            zip is not null ? [] : [.. entries.Select(entry => new SubmissionFile(entry.Name, entry.Length, () => Open(store, entry)))],
            entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(entry => entry.Modified),
            Hashing.Sha256(entries.Select(entry => $"{Uri.EscapeDataString(entry.Name)} {entry.ETag}")))
        {
            Package = zip?.Name,
            Fault = zip is null ? null : new(zip.Name, await Problem(store, zip, cancel)),
        };
    };

    /// <summary>The zip of a folder that has no manifest: who put it there waits for an answer that would never come. Null where there is none.</summary>
    public static LakeEntry? OnlyZip(IReadOnlyList<LakeEntry> entries) => entries.Any(entry => entry.Path?.FileName == LakePaths.Manifest)
        ? null
        : entries.FirstOrDefault(entry => entry.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase));

    static async Task<string> Problem(ILakeStore store, LakeEntry zip, CancellationToken cancel) =>
        (zip.Path is { } path && zip.Length <= MaxZipBytes && await store.Get(path, cancel) is { } file ? ZipPackage.Problem(() => new MemoryStream(file.Bytes, writable: false)) : null)
        ?? "a zip is not unpacked in the landing area. Upload the CSV files themselves, submission.csv last, under a new upload name; or hand the zip in with 'homeward submit'.";

    /// <summary>A name outside the allow-list is reported (SUB011), never opened.</summary>
    static Stream Open(ILakeStore store, LakeEntry entry) => entry.Path is { } path ? store.Open(path, entry.ETag) : Stream.Null;
}
