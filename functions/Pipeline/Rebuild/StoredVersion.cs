using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Ingest;
using Homeward.Submissions.Feedback;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Rebuild;

/// <summary>Whether what the lake keeps of a submission is all there.</summary>
sealed class StoredVersion(ILakeStore store)
{
    public async Task<bool> HasFeedback(SubmissionRow row, CancellationToken cancel) =>
        await store.Get(LakePaths.Feedback(row.Provider, row.Period, row.Upload).File(FeedbackPack.Summary), cancel) is not null;

    /// <summary>Names of the version's files that are missing or damaged.</summary>
    public async Task<IReadOnlyList<string>> Damaged(SubmissionRow row, CancellationToken cancel)
    {
        if (row.State != LedgerState.Published)
        {
            return [];
        }

        var version = LakePaths.Version(row.Provider, row.Period, row.Upload, row.ContentSha256!);
        var damaged = new List<string>();
        var tables = SpecificationTables.All.Where(table => table != SpecificationTables.Submission).Select(table => table.Name);
        foreach (var table in row.VodimSha256 is null ? tables : tables.Append(VodimTable.Name))
        {
            var path = VersionFiles.PathOf(version, table);
            if (await store.Get(path, cancel) is not { } file || !IsWhole(file.Bytes, row))
            {
                damaged.Add(path.FileName);
            }
        }

        return damaged;
    }

    static bool IsWhole(byte[] bytes, SubmissionRow row)
    {
        try
        {
            var file = ParquetReader.Open(bytes);
            file.Read();
            return file.Metadata.GetValueOrDefault("submission_id") == row.Id && file.Metadata.GetValueOrDefault("content_sha256") == row.ContentSha256;
        }
        catch (ParquetException)
        {
            return false;
        }
    }
}
