using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Ingest;

/// <summary>Keeps the copy that other tools read equal to the current version of a provider's month.</summary>
sealed class CuratedCopy(ILakeStore store, ILedger ledger)
{
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

    async Task Copy(SubmissionRow row, CancellationToken cancel)
    {
        var version = LakePaths.Version(row.Provider, row.Period, row.Upload, row.ContentSha256!);
        foreach (var table in SpecificationTables.All.Where(table => table != SpecificationTables.Submission))
        {
            var path = VersionFiles.PathOf(version, table.Name);
            var file = await store.Get(path, cancel)
                ?? throw new InvalidDataException($"{path} is missing though the ledger names it: restore it, or rebuild the lake from landing.");
            await store.Put(LakePaths.Curated(table.Name, row.Provider, row.Period), file.Bytes, cancel);
        }
    }
}
