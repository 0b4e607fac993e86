using System.Security.Cryptography;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Submissions;
using Homeward.Submissions.Feedback;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Ingest;

/// <summary>Finds table files that arrived or changed after their upload was judged, and says so in its feedback (SUB010).</summary>
/// <remarks>Files are compared by what they hold: a landing folder that was copied has other times and the same files.</remarks>
sealed class LateFiles(ILakeStore store)
{
    /// <summary>The late files of a settled upload, those that were told before among them.</summary>
    public async Task<IReadOnlyList<string>> Note(SubmissionRow row, PinnedUpload pinned, CancellationToken cancel)
    {
        var folder = LakePaths.Feedback(row.Provider, row.Period, row.Upload);
        var answered = await store.List(folder, cancel).FirstOrDefaultAsync(entry => entry.Name == FeedbackPack.Summary, cancel);
        if (row.Files is null || answered is null || await store.Get(folder.File(FeedbackPack.Summary), cancel) is not { } summary)
        {
            return [];
        }

        var told = LateNotice.In(summary.Bytes);
        var changed = pinned.LastModified > answered.Modified;

        // A zip that could not be taken in was judged without its files: they came later only where it was replaced.
        var files = row.Files.Count == 0 && pinned.Package is not null && !changed ? [] : Find(row.Files, pinned, changed);
        var late = files.Union(told, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (late.Count > told.Count)
        {
            await Tell(folder, late, cancel);
        }

        return late;
    }

    /// <param name="changed">Files of the folder may have changed: only then are files of the same name and length read.</param>
    public static IEnumerable<string> Find(IReadOnlyDictionary<string, JudgedFile> judged, PinnedUpload pinned, bool changed) => pinned.Files
        .Where(IsTable)
        .Where(file => !judged.TryGetValue(file.Name, out var was) || (file.Length ?? was.Bytes) != was.Bytes || (changed && Sha256(file) != was.Sha256))
        .Select(file => file.Name);

    public static bool IsTable(SubmissionFile file) => SpecificationTables.All.Any(table => file.Name == table.Name + ".csv");

    static string Sha256(SubmissionFile file)
    {
        using var stream = file.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The summary last: it is what tells that the others say it too.</summary>
    async Task Tell(LakeFolder folder, IReadOnlyList<string> late, CancellationToken cancel)
    {
        var pack = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in (string[])[FeedbackPack.Report, FeedbackPack.Findings, FeedbackPack.Summary])
        {
            if (await store.Get(folder.File(name), cancel) is not { } file)
            {
                return;
            }

            pack[name] = file.Bytes;
        }

        var amended = LateNotice.Add(pack, late);
        foreach (var name in pack.Keys)
        {
            await store.Put(folder.File(name), amended[name], cancel);
        }
    }
}
