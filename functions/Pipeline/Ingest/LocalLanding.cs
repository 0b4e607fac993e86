using Homeward.Columns;
using Homeward.Lake;
using Homeward.Submissions;
using Homeward.Submissions.Checking.Found;

namespace Homeward.Pipeline.Ingest;

/// <summary>An upload that was found, and how to pin its files.</summary>
public sealed record FoundUpload(SubmissionIdentity Identity, PinUpload Pin);

/// <param name="PassedOver">What lies there and is no complete upload, each with the reason.</param>
public sealed record FoundUploads(IReadOnlyList<FoundUpload> Uploads, IReadOnlyList<string> PassedOver);

/// <summary>Uploads in a folder of this machine: <c>{provider}/{yyyy-MM}/{upload}/</c>, or <c>{upload}.zip</c> in the folder's place.</summary>
public static class LocalLanding
{
    const string Zip = ".zip";

    /// <param name="store">A lake whose landing zone is <paramref name="folder"/>.</param>
    public static async Task<FoundUploads> Find(ILakeStore store, string folder, CancellationToken cancel = default)
    {
        var names = await store.List(LakeFolder.Of(Zone.Landing), cancel).Select(entry => entry.Name).ToListAsync(cancel);
        var zips = names.Where(name => name.EndsWith(Zip, StringComparison.Ordinal) && Identify(name[..^Zip.Length]) is not null).ToHashSet();
        var folders = names.Where(name => !zips.Contains(name)).ToLookup(name => name[..Math.Max(0, name.LastIndexOf('/'))], StringComparer.Ordinal);
        var uploads = zips.Select(name => new FoundUpload(Identify(name[..^Zip.Length])!, LandingZip.Pin(Path.Combine(folder, name)))).ToList();
        var passedOver = new List<string>();
        foreach (var files in folders.OrderBy(files => files.Key, StringComparer.Ordinal))
        {
            if (Identify(files.Key) is not { } identity)
            {
                passedOver.Add($"{Shown(files.Key.Length == 0 ? files.First() : files.Key)}: not in the form {{provider}}/{{yyyy-MM}}/{{upload}}/");
            }
            else if (!files.Contains($"{files.Key}/{LakePaths.Manifest}") && !files.Any(name => name.EndsWith(Zip, StringComparison.OrdinalIgnoreCase)))
            {
                passedOver.Add($"{files.Key}: no {LakePaths.Manifest}, so the upload is not complete");
            }
            else
            {
                uploads.Add(new(identity, LandingFolder.Pin(store, identity)));
            }
        }

        return new([.. uploads.OrderBy(upload => upload.Identity.Id, StringComparer.Ordinal)], passedOver);
    }

    /// <summary>What a person calls a file may hold a patient's number.</summary>
    static string Shown(string name) => string.Join('/', name.Split('/').Select(Shape.MaskedDateless));

    static SubmissionIdentity? Identify(string name)
    {
        var parts = name.Split('/');
        try
        {
            return parts.Length == 3 && Month.TryParse(parts[1], out var period) ? new(parts[0], period, parts[2]) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
