using Homeward.Lake.Ledger;
using Homeward.Submissions;

namespace Homeward.Pipeline.Ingest;

/// <summary>Moves a submission's ledger row: only one worker at a time, and only from the version that it read.</summary>
sealed class SubmissionClaim(ILedger ledger, IngestOptions options)
{
    /// <summary>Takes the lease. Not held where the submission is settled or another worker has it.</summary>
    public async Task<(Stored<SubmissionRow> Row, bool Held)> Take(SubmissionIdentity identity, DateTimeOffset received, CancellationToken cancel)
    {
        while (true)
        {
            var found = await ledger.Submission(identity.Provider, identity.Period, identity.Upload, cancel);
            if (found is not null && (found.Row.Settled || Held(found)))
            {
                return (found, false);
            }

            var row = found?.Row ?? new SubmissionRow(identity.Provider, identity.Period, identity.Upload, LedgerState.Received, received);
            found ??= await ledger.Add(row, cancel);
            if (found is null)
            {
                continue;
            }

            // Whoever held it ended without a word, be it that the submission itself brings a process down: that counts as a failure.
            var died = row.State == LedgerState.Validating;
            if (died && row.Failures + 1 >= options.MaxFailures)
            {
                var parked = row with { State = LedgerState.Parked, Lease = null, Failures = row.Failures + 1, Problem = $"its worker ended without an answer, {row.Failures + 1} failures" };
                if (await ledger.Replace(parked, found.ETag, cancel) is { } stored)
                {
                    return (stored, false);
                }

                continue;
            }

            // One that is accepted was written in full: only its commit is left.
            var state = row.State == LedgerState.Accepted ? LedgerState.Accepted : LedgerState.Validating;
            var taken = row with { State = state, Failures = row.Failures + (died ? 1 : 0), Lease = new Lease(options.Worker, found.ReadAt + options.LeaseFor) };
            if (await ledger.Replace(taken, found.ETag, cancel) is { } held)
            {
                return (held, true);
            }
        }
    }

    bool Held(Stored<SubmissionRow> found) =>
        found.Row.Lease is { } lease && lease.Expires > found.ReadAt && options.IsGone?.Invoke(lease.Owner) != true;

    /// <exception cref="LeaseLostException">Another worker has taken the submission over.</exception>
    public async Task<Stored<SubmissionRow>> Move(Stored<SubmissionRow> from, SubmissionRow to, CancellationToken cancel) =>
        await ledger.Replace(to, from.ETag, cancel) ?? throw new LeaseLostException(from.Row.Id);

    /// <summary>Gives the lease back after a failure and counts it; five park the submission. An interruption counts for nothing.</summary>
    public async Task Release(SubmissionIdentity identity, Exception e)
    {
        var found = await ledger.Submission(identity.Provider, identity.Period, identity.Upload, CancellationToken.None);
        if (found?.Row.Lease?.Owner != options.Worker || e is LeaseLostException)
        {
            return;
        }

        var failures = found.Row.Failures + (e is OperationCanceledException ? 0 : 1);
        var parked = failures >= options.MaxFailures;
        await ledger.Replace(
            found.Row with
            {
                State = parked ? LedgerState.Parked : found.Row.State == LedgerState.Validating ? LedgerState.Received : found.Row.State,
                Lease = null,
                Failures = failures,
                Problem = parked ? $"{e.GetType().Name}, {failures} times" : null,
            },
            found.ETag,
            CancellationToken.None);
    }
}

/// <summary>A worker took longer than its lease; another one has the submission now.</summary>
public sealed class LeaseLostException(string submission) : Exception($"{submission} was taken over by another worker: nothing was committed here.");
