using Homeward.Columns;

namespace Homeward.Lake.Ledger;

/// <summary>A row as it was read.</summary>
/// <param name="ReadAt">The storage's clock when it was read: leases are judged by it, never by a worker's own clock.</param>
public sealed record Stored<T>(T Row, ETag ETag, DateTimeOffset ReadAt);

/// <summary>The state of every submission and run. Rows change only from a version that was read; null says that another writer was
/// first: read again and decide again.</summary>
public interface ILedger
{
    Task<Stored<SubmissionRow>?> Submission(string provider, Month period, string upload, CancellationToken cancel = default);

    /// <summary>Every row, by provider, period and upload in ordinal order.</summary>
    IAsyncEnumerable<Stored<SubmissionRow>> Submissions(CancellationToken cancel = default);

    /// <summary>Every upload of a provider's month, by upload in ordinal order.</summary>
    IAsyncEnumerable<Stored<SubmissionRow>> Submissions(string provider, Month period, CancellationToken cancel = default);

    /// <summary>Null where the row exists.</summary>
    Task<Stored<SubmissionRow>?> Add(SubmissionRow row, CancellationToken cancel = default);

    /// <summary>Null where the row is gone or is another version.</summary>
    Task<Stored<SubmissionRow>?> Replace(SubmissionRow row, ETag version, CancellationToken cancel = default);

    Task<Stored<RunRow>?> Run(Month period, CancellationToken cancel = default);

    IAsyncEnumerable<Stored<RunRow>> Runs(CancellationToken cancel = default);

    /// <summary>Null where the period has a row.</summary>
    Task<Stored<RunRow>?> Add(RunRow row, CancellationToken cancel = default);

    /// <summary>Null where the row is gone or is another version.</summary>
    Task<Stored<RunRow>?> Replace(RunRow row, ETag version, CancellationToken cancel = default);
}
