using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Ingest;

/// <summary>The files of record of one version: encoded, read back, then put once.</summary>
static class VersionFiles
{
    /// <summary>Table → bytes, each read back and equal to its table.</summary>
    public static IReadOnlyDictionary<string, byte[]> Encode(CheckedSubmission submission, IReadOnlyList<Table> curated, string keyId)
    {
        var options = new ParquetOptions(new Dictionary<string, string>
        {
            ["submission_id"] = submission.Identity.Id,
            ["spec_version"] = SpecificationTables.Version,
            ["content_sha256"] = submission.ContentSha256,
            ["key_id"] = keyId,
        });
        return curated.ToDictionary(table => table.Name, table => CheckedParquet.Write(table, options), StringComparer.Ordinal);
    }

    /// <summary>Puts every file, while holding the lease of a submission that is not published.</summary>
    public static async Task Put(ILakeStore store, LakeFolder folder, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancel)
    {
        foreach (var (table, bytes) in files)
        {
            await WriteOnce.Put(store, PathOf(folder, table), bytes, cancel);
        }
    }

    /// <summary>True where every table of the version is there.</summary>
    public static async Task<bool> AreThere(ILakeStore store, LakeFolder folder, CancellationToken cancel)
    {
        var there = await store.List(folder, cancel).Select(entry => entry.Path).ToHashSetAsync(cancellationToken: cancel);
        return SpecificationTables.All.Where(table => table != SpecificationTables.Submission).All(table => there.Contains(PathOf(folder, table.Name)));
    }

    public static LakePath PathOf(LakeFolder folder, string table) => folder.File($"{table}.parquet");
}
