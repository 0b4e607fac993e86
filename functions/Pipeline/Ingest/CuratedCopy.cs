using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Ingest;

/// <summary>Keeps the copy that other tools read equal to the current version of a provider's month.</summary>
sealed class CuratedCopy(ILakeStore store, ILedger ledger)
{
    static readonly string[] Tables = [.. SpecificationTables.All.Where(table => table != SpecificationTables.Submission).Select(table => table.Name)];

    /// <summary>Copies the current version unless the last table to be copied is its already: a process may have died in between.</summary>
    public async Task Ensure(string provider, Month period, CancellationToken cancel)
    {
        var last = await store.Get(LakePaths.Curated(Tables[^1], provider, period), cancel);
        if (await CurrentSubmissions.Of(ledger, provider, period, cancel) is { } current && current.Id != SubmissionOf(last))
        {
            await Refresh(provider, period, cancel);
        }
    }

    /// <summary>Copies the current version; once more where another became current meanwhile.</summary>
    public async Task Refresh(string provider, Month period, CancellationToken cancel)
    {
        SubmissionRow? copied = null;
        while (await CurrentSubmissions.Of(ledger, provider, period, cancel) is { } current && current.Id != copied?.Id)
        {
            await Copy(current, cancel);
            copied = current;
        }
    }

    static string? SubmissionOf(LakeFile? file)
    {
        try
        {
            return file is null ? null : ParquetReader.Open(file.Bytes).Metadata.GetValueOrDefault("submission_id");
        }
        catch (ParquetException)
        {
            return null;
        }
    }

    async Task Copy(SubmissionRow row, CancellationToken cancel)
    {
        var version = LakePaths.Version(row.Provider, row.Period, row.Upload, row.ContentSha256!);
        foreach (var table in Tables)
        {
            var path = VersionFiles.PathOf(version, table);
            var file = await store.Get(path, cancel)
                ?? throw new InvalidDataException($"{path} is missing though the ledger names it: restore it, or rebuild the lake from landing.");
            await store.Put(LakePaths.Curated(table, row.Provider, row.Period), file.Bytes, cancel);
        }
    }
}
