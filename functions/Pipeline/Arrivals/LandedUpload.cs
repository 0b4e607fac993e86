using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Ingest;
using Homeward.Submissions;

namespace Homeward.Pipeline.Arrivals;

/// <summary>What lies in one folder of landing.</summary>
/// <param name="Files">Every file of the folder, also with a name that cannot be opened.</param>
public sealed record LandedUpload(SubmissionIdentity Identity, IReadOnlyList<LakeEntry> Files)
{
    /// <summary>Uploaded last; null: the upload goes on.</summary>
    public LakeEntry? Manifest => Files.FirstOrDefault(file => file.Path?.FileName == LakePaths.Manifest);

    /// <summary>True where a zip came and no manifest.</summary>
    public bool IsZip => LandingFolder.OnlyZip(Files) is not null;

    /// <summary>The latest of its files, by the storage's clock.</summary>
    public DateTimeOffset Received => Files.Max(file => file.Modified);

    /// <summary>True where a file came or changed after the upload was judged.</summary>
    public bool IsLaterThan(SubmissionRow judged) => judged.State != LedgerState.Parked && Received > judged.Received;

    /// <summary>The uploads below landing, or those of one provider, in the order received; names that fit no upload are given apart.</summary>
    public static Task<(IReadOnlyList<LandedUpload> Uploads, IReadOnlyList<LakeEntry> Strays)> List(
        ILakeStore store, string? provider, CancellationToken cancel) =>
        List(store, provider is null ? LakeFolder.Of(Zone.Landing) : LakeFolder.Of(Zone.Landing, provider), cancel);

    /// <summary>Those of one provider's month, in the order received.</summary>
    public static async Task<IReadOnlyList<LandedUpload>> List(ILakeStore store, string provider, Month period, CancellationToken cancel) =>
        (await List(store, LakeFolder.Of(Zone.Landing, provider, period.ToString()), cancel)).Uploads;

    static async Task<(IReadOnlyList<LandedUpload> Uploads, IReadOnlyList<LakeEntry> Strays)> List(ILakeStore store, LakeFolder folder, CancellationToken cancel)
    {
        var entries = await store.List(folder, cancel).ToListAsync(cancel);
        var byUpload = entries.ToLookup(entry => Identify(folder.Prefix + entry.Name));
        var uploads = byUpload.Where(files => files.Key is not null).Select(files => new LandedUpload(files.Key!, [.. files]));
        return ([.. InOrder(uploads)], [.. byUpload[null]]);
    }

    static IEnumerable<LandedUpload> InOrder(IEnumerable<LandedUpload> uploads) => uploads
        .OrderBy(upload => upload.Received)
        .ThenBy(upload => upload.Identity.Provider, StringComparer.Ordinal)
        .ThenBy(upload => upload.Identity.Period)
        .ThenBy(upload => upload.Identity.Upload, StringComparer.Ordinal);

    /// <summary>Null for a name that is not <c>{provider}/{period}/{upload}/{file}</c>.</summary>
    static SubmissionIdentity? Identify(string name)
    {
        var parts = name.Split('/');
        try
        {
            return parts.Length == 4 && Month.TryParse(parts[1], out var period) ? new SubmissionIdentity(parts[0], period, parts[2]) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
