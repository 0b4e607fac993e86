using Homeward.Lake;
using Homeward.Submissions;

namespace Homeward.Pipeline.Ingest;

/// <summary>Uploads in the landing zone of a lake.</summary>
public static class LandingFolder
{
    /// <summary>Pins an upload: its files are read only in the versions that were listed.</summary>
    public static PinUpload Pin(ILakeStore store, SubmissionIdentity identity) => async cancel =>
    {
        var folder = LakePaths.Landing(identity.Provider, identity.Period, identity.Upload);
        var entries = await store.List(folder, cancel).ToListAsync(cancel);
        return new PinnedUpload(
            [.. entries.Select(entry => new SubmissionFile(entry.Name, entry.Length, () => Open(store, entry)))],
            entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(entry => entry.Modified),
            Hashing.Sha256(entries.Select(entry => $"{Uri.EscapeDataString(entry.Name)} {entry.ETag}")));
    };

    /// <summary>A name outside the allow-list is reported (SUB011), never opened.</summary>
    static Stream Open(ILakeStore store, LakeEntry entry) => entry.Path is { } path ? store.Open(path, entry.ETag) : Stream.Null;
}
