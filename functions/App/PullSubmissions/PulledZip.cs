using Homeward.App.Callers;
using Homeward.Lake;
using Homeward.Pipeline.Packages;
using Homeward.Submissions;

namespace Homeward.App.PullSubmissions;

/// <summary>A zip that was pulled: the files in it; or, where it cannot be read, itself, so that its provider is answered (SUB006).</summary>
static class PulledZip
{
    /// <summary>How a zip that cannot be read is called in landing.</summary>
    const string Unreadable = "package.zip";

    public static IReadOnlyList<SubmissionFile> Files(Func<Stream> open) =>
        ZipPackage.Problem(open) is null ? ZipPackage.Files(open) : [new SubmissionFile(Unreadable, null, open)];

    public static bool IsUnreadable(IReadOnlyList<SubmissionFile> package) => package is [{ Name: Unreadable }];

    /// <summary>Puts a zip that cannot be read where its upload belongs.</summary>
    /// <returns>False where it had landed before.</returns>
    /// <exception cref="RefusedException">The upload has other content already.</exception>
    public static async Task<bool> Put(ILakeStore store, SubmissionIdentity submission, SubmissionFile zip, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await using (var stream = zip.Open())
        {
            await stream.CopyToAsync(bytes, cancel);
        }

        var folder = LakePaths.Landing(submission.Provider, submission.Period, submission.Upload);
        if (!await store.List(folder, cancel).AnyAsync(cancel) && await store.PutIfAbsent(folder.File(Unreadable), bytes.ToArray(), cancel) is not null)
        {
            return true;
        }

        return await store.Get(folder.File(Unreadable), cancel) is { } there && there.Bytes.AsSpan().SequenceEqual(bytes.ToArray())
            ? false
            : throw new RefusedException(409, $"The upload {submission.Upload} has other files already.");
    }
}
