using Homeward.App.Submit;
using Homeward.Lake;
using Homeward.Pipeline.Packages;
using Homeward.Submissions;

namespace Homeward.App.PullSubmissions;

/// <summary>A zip that was pulled: unpacked into landing; or, where it cannot be read, put there as it is, so that its provider is answered (SUB006).</summary>
static class PulledZip
{
    /// <summary>How a zip that cannot be read is called in landing.</summary>
    public static string NameOf(SubmissionIdentity submission) => submission.Upload + ".zip";

    /// <returns>False where the upload had landed before.</returns>
    public static async Task<bool> Land(ILakeStore store, SubmissionIdentity submission, byte[] zip, CancellationToken cancel)
    {
        Stream Open() => new MemoryStream(zip, writable: false);
        return ZipPackage.Problem(Open) is null
            ? await Landing.Put(store, submission, ZipPackage.Files(Open), cancel)
            : await store.PutIfAbsent(LakePaths.Landing(submission.Provider, submission.Period, submission.Upload).File(NameOf(submission)), zip, cancel) is not null;
    }
}
