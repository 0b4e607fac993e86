using System.Runtime.CompilerServices;
using Homeward.Columns;
using Homeward.Lake.Azure.Tables;
using Homeward.Lake.Ledger;
using AzureETag = Azure.ETag;
using Failure = Azure.RequestFailedException;

namespace Homeward.Lake.Azure;

/// <summary>The ledger in Azure Table storage: <c>submissions</c> by provider, <c>runs</c> by period.</summary>
public sealed class TableLedger(TableClient submissions, TableClient runs) : ILedger
{
    public const string SubmissionsTable = "submissions";

    public const string RunsTable = "runs";

    /// <summary>Makes the tables that are not there yet.</summary>
    public async Task CreateTables(CancellationToken cancel = default)
    {
        await submissions.CreateIfNotExistsAsync(cancel);
        await runs.CreateIfNotExistsAsync(cancel);
    }

    public async Task<Stored<SubmissionRow>?> Submission(string provider, Month period, string upload, CancellationToken cancel = default) =>
        Stored(await submissions.GetEntityIfExistsAsync(provider, SubmissionEntity.RowKey(period, upload), cancel), SubmissionEntity.Read);

    public IAsyncEnumerable<Stored<SubmissionRow>> Submissions(CancellationToken cancel = default) => Query(null, cancel);

    public IAsyncEnumerable<Stored<SubmissionRow>> Submissions(string provider, Month period, CancellationToken cancel = default)
    {
        // '}' is the character after '|', so that the range holds every upload of the month and nothing else.
        var (first, beyond) = (SubmissionEntity.RowKey(period, ""), $"{period}}}");
        return Query($"PartitionKey eq '{Quoted(provider)}' and RowKey ge '{first}' and RowKey lt '{beyond}'", cancel);
    }

    public Task<Stored<SubmissionRow>?> Add(SubmissionRow row, CancellationToken cancel = default) =>
        Changed(row, submissions.AddEntityAsync(SubmissionEntity.Write(row), cancel));

    public Task<Stored<SubmissionRow>?> Replace(SubmissionRow row, ETag version, CancellationToken cancel = default) =>
        Changed(row, submissions.UpdateEntityAsync(SubmissionEntity.Write(row), new AzureETag(version.Value), cancel));

    public async Task<Stored<RunRow>?> Run(Month period, CancellationToken cancel = default) =>
        Stored(await runs.GetEntityIfExistsAsync(RunPartition, period.ToString(), cancel), ReadRun);

    public async IAsyncEnumerable<Stored<RunRow>> Runs([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var row in runs.QueryAsync(cancellationToken: cancel))
        {
            yield return Stored(row, ReadRun)!;
        }
    }

    public Task<Stored<RunRow>?> Add(RunRow row, CancellationToken cancel = default) =>
        Changed(row, runs.AddEntityAsync(WriteRun(row), cancel));

    public Task<Stored<RunRow>?> Replace(RunRow row, ETag version, CancellationToken cancel = default) =>
        Changed(row, runs.UpdateEntityAsync(WriteRun(row), new AzureETag(version.Value), cancel));

    /// <summary>Few rows, one per period: one partition lists them in order.</summary>
    const string RunPartition = "period";

    async IAsyncEnumerable<Stored<SubmissionRow>> Query(string? filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in submissions.QueryAsync(filter, cancel))
        {
            yield return Stored(row, SubmissionEntity.Read)!;
        }
    }

    static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    static TableEntity WriteRun(RunRow row)
    {
        var entity = new TableEntity(RunPartition, row.Period.ToString()) { [nameof(row.Failures)] = row.Failures };
        foreach (var (name, value) in new[] { (nameof(row.RunId), row.RunId), (nameof(row.FailedRun), row.FailedRun), (nameof(row.Problem), row.Problem) })
        {
            if (value is not null)
            {
                entity[name] = value;
            }
        }

        return entity;
    }

    static RunRow ReadRun(TableEntity entity) => new(Month.Parse(entity.RowKey), entity.GetString(nameof(RunRow.RunId)))
    {
        FailedRun = entity.GetString(nameof(RunRow.FailedRun)),
        Failures = entity.GetInt32(nameof(RunRow.Failures)) ?? 0,
        Problem = entity.GetString(nameof(RunRow.Problem)),
    };

    static Stored<T>? Stored<T>((TableEntity? Entity, DateTimeOffset Date) found, Func<TableEntity, T> read) =>
        found.Entity is { } entity ? new Stored<T>(read(entity), new ETag(entity.ETag.ToString("H")), found.Date) : null;

    static async Task<Stored<T>?> Changed<T>(T row, Task<(AzureETag ETag, DateTimeOffset Date)> change)
    {
        try
        {
            var (etag, date) = await change;
            return new Stored<T>(row, new ETag(etag.ToString("H")), date);
        }
        catch (Failure e) when (e.Status is 409 or 412 || e.Status == 404 && e.ErrorCode is "ResourceNotFound" or "EntityDoesNotExist")
        {
            return null;
        }
    }
}
