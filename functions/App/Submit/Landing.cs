using Homeward.App.Callers;
using Homeward.Lake;
using Homeward.Pipeline.Arrivals;
using Homeward.Pipeline.Packages;
using Homeward.Submissions;

namespace Homeward.App.Submit;

/// <summary>Puts a package's files where its upload belongs, the manifest last: its arrival starts ingestion.</summary>
static class Landing
{
    /// <summary>Storage tells times in whole seconds.</summary>
    static readonly TimeSpan NextSecond = TimeSpan.FromSeconds(1.1);

    /// <summary>Files that are there already stay: a folder is judged once, and other content wants another upload name.</summary>
    /// <returns>False where the upload had landed before.</returns>
    /// <exception cref="PackageException">No manifest, or a file whose name cannot be used.</exception>
    /// <exception cref="RefusedException">The upload has other content already.</exception>
    public static async Task<bool> Put(ILakeStore store, SubmissionIdentity identity, IReadOnlyList<SubmissionFile> files, CancellationToken cancel)
    {
        var folder = LakePaths.Landing(identity.Provider, identity.Period, identity.Upload);
        var named = files.Select(file => (Path: PathOf(folder, file.Name), File: file)).ToList();
        if (!named.Exists(IsManifest))
        {
            throw new PackageException("The package has no submission.csv: add the manifest, one row that says for whom and for which month.");
        }

        var there = await store.List(folder, cancel).Select(entry => entry.Name).ToListAsync(cancel);
        if (there.Contains(LakePaths.Manifest) && !there.ToHashSet(StringComparer.Ordinal).SetEquals(named.Select(file => file.Path.FileName)))
        {
            throw new RefusedException(409, $"The upload {identity.Upload} has landed with other files: send everything under a new upload name.");
        }

        var landed = false;
        foreach (var file in named.OrderBy(IsManifest))
        {
            if (IsManifest(file) && !there.Contains(LakePaths.Manifest))
            {
                await BeLast(store, identity, cancel);
            }

            landed |= await Put(store, identity, file.Path, file.File, cancel);
        }

        return landed;
    }

    /// <summary>Of two uploads of one second the greater name counts: the manifest of the later one waits for a second of its own.</summary>
    static async Task BeLast(ILakeStore store, SubmissionIdentity identity, CancellationToken cancel)
    {
        var uploads = await LandedUpload.List(store, identity.Provider, identity.Period, cancel);
        var now = uploads.FirstOrDefault(upload => upload.Identity == identity)?.Received;
        if (uploads.Any(upload => upload.Identity != identity && upload.Manifest is not null && !(upload.Received < now)))
        {
            await Task.Delay(NextSecond, cancel);
        }
    }

    static bool IsManifest((LakePath Path, SubmissionFile File) file) => file.Path.FileName == LakePaths.Manifest;

    static async Task<bool> Put(ILakeStore store, SubmissionIdentity identity, LakePath path, SubmissionFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await using (var stream = file.Open())
        {
            await stream.CopyToAsync(bytes, cancel);
        }

        var content = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        if (await store.PutIfAbsent(path, content, cancel) is not null)
        {
            return true;
        }

        return await store.Get(path, cancel) is { } there && !there.Bytes.AsSpan().SequenceEqual(content.Span)
            ? throw new RefusedException(409, $"The upload {identity.Upload} has another {path.FileName} already: send it under a new upload name.")
            : false;
    }

    static LakePath PathOf(LakeFolder folder, string name)
    {
        try
        {
            return folder.File(name);
        }
        catch (FormatException)
        {
            throw new PackageException("The package has a file whose name cannot be used: name the files after their tables, such as ward_stays.csv.");
        }
    }
}
