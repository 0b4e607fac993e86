using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Packages;
using Homeward.Reference;
using Homeward.Submissions;
using Homeward.Submissions.Checking;
using Homeward.Submissions.Curated;
using Homeward.Submissions.Feedback;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Ingest;

/// <summary>Takes in one submission: judge, write the version, answer, commit, copy (design.md, "State and publishing").</summary>
/// <remarks>At every moment a crash leaves the ledger telling the truth, and running again ends in the same place.</remarks>
public sealed class IngestJob(ILakeStore store, ILedger ledger, ReferenceData reference, PseudonymKeys keys, IngestOptions options)
{
    static readonly IReadOnlyDictionary<string, long> NoRules = new Dictionary<string, long>();

    readonly SubmissionClaim claim = new(ledger, options);
    readonly CuratedCopy copy = new(store, ledger);
    readonly LateFiles lateFiles = new(store);
    readonly string referenceVersion = ReferenceVersion.Of(reference);

    /// <summary>Judges the upload unless it was judged before.</summary>
    /// <exception cref="IOException">The storage failed, or the files kept changing: the ledger row counts the failure.</exception>
    public async Task<IngestResult> Run(SubmissionIdentity identity, PinUpload pin, CancellationToken cancel = default)
    {
        using var trace = Steps.Trace("submission", identity.Id);
        var pinned = await pin(cancel);
        var (claimed, held) = await claim.Take(identity, Received(identity, pinned), cancel);
        if (!held)
        {
            if (claimed.Row.State == LedgerState.Published)
            {
                await copy.Ensure(identity.Provider, identity.Period, cancel);
            }

            return claimed.Row.Settled
                ? new(IngestOutcome.JudgedBefore, claimed.Row, NoRules) { LateFiles = await lateFiles.Note(claimed.Row, pinned, cancel) }
                : new(IngestOutcome.Busy, claimed.Row, NoRules);
        }

        try
        {
            var (judged, submission) = await IsWritten(claimed.Row, cancel)
                ? (claimed, null)
                : await Judge(identity, pin, pinned, claimed, cancel);
            if (judged.Row.State == LedgerState.Accepted)
            {
                using (Steps.Step("commit"))
                {
                    judged = await claim.Move(judged, judged.Row with { State = LedgerState.Published, Lease = null }, cancel);
                }

                using var copying = Steps.Step("copy");
                await copy.Refresh(identity.Provider, identity.Period, cancel);
            }

            trace?.SetTag("homeward.state", judged.Row.State.ToString());

            return new(IngestOutcome.Judged, judged.Row, submission?.Findings.Counts ?? NoRules) { NewerUpload = submission?.NewerUpload, PackageFault = submission?.PackageFault };
        }
        catch (Exception e)
        {
            await claim.Release(identity, e);
            throw;
        }
    }

    /// <summary>Only its commit is left, unless its version was lost with the storage meanwhile.</summary>
    async Task<bool> IsWritten(SubmissionRow row, CancellationToken cancel) => row.State == LedgerState.Accepted && await IsThere(row, cancel);

    Task<bool> IsThere(SubmissionRow row, CancellationToken cancel) =>
        VersionFiles.AreThere(store, LakePaths.Version(row.Provider, row.Period, row.Upload, row.ContentSha256!), cancel);

    async Task<(Stored<SubmissionRow> Row, CheckedSubmission? Judged)> Judge(
        SubmissionIdentity identity, PinUpload pin, PinnedUpload pinned, Stored<SubmissionRow> row, CancellationToken cancel)
    {
        for (var changes = 0; ; changes++)
        {
            try
            {
                var received = pinned.Files.Count == 0 ? row.Row.Received : Received(identity, pinned);
                var files = pinned.AsJudged(row.Row);
                var submission = Check(identity, files, await Context(row.Row, received, files, cancel), cancel);
                var vodim = await Write(submission, cancel);
                if ((await pin(cancel)).Version == pinned.Version)
                {
                    return (await claim.Move(row, Settle(row.Row, submission, vodim), cancel), submission);
                }
            }
            catch (PackageException e)
            {
                // The zip is damaged where nothing but reading finds it.
                pinned = pinned.Unreadable(e);
                continue;
            }
            catch (LakeChangedException) when (changes < options.MaxChanges)
            {
                // A file changed under the reader; pinned again below.
            }

            if (changes >= options.MaxChanges)
            {
                throw new IOException($"{identity}: its files kept changing while it was judged. It is judged again once they rest.");
            }

            pinned = await pin(cancel);
        }
    }

    static CheckedSubmission Check(SubmissionIdentity identity, PinnedUpload pinned, CheckContext context, CancellationToken cancel)
    {
        using var judging = Steps.Step("judge");
        return SubmissionCheck.Run(identity, pinned.Files, context, null, cancel);
    }

    /// <summary>Gives the hash of the VODIM counts that lie beside the version; null where none was made.</summary>
    async Task<string?> Write(CheckedSubmission submission, CancellationToken cancel)
    {
        string? vodim = null;
        using var writing = Steps.Step("write");
        var (provider, period, upload) = (submission.Identity.Provider, submission.Identity.Period, submission.Identity.Upload);
        if (submission.Verdict == Verdict.Accepted)
        {
            var files = VersionFiles.Encode(submission, [.. Curation.Curate(submission, reference, keys), VodimTable.Of(submission)], keys.KeyId);
            vodim = Hashing.Sha256(files[VodimTable.Name]);
            await VersionFiles.Put(store, LakePaths.Version(provider, period, upload, submission.ContentSha256), files, cancel);
        }

        var finished = options.Clock?.GetUtcNow() ?? submission.Received;
        var folder = LakePaths.Feedback(provider, period, upload);
        foreach (var (name, bytes) in FeedbackPack.Write(submission, referenceVersion, finished))
        {
            await store.Put(folder.File(name), bytes, cancel);
        }

        return vodim;
    }

    /// <summary>What the ledger knows that a check needs: the provider's current month, and its month before.</summary>
    async Task<CheckContext> Context(SubmissionRow row, DateTimeOffset received, PinnedUpload pinned, CancellationToken cancel)
    {
        var month = await ledger.Submissions(row.Provider, row.Period, cancel).Select(stored => stored.Row).Where(other => other.Upload != row.Upload || other.State == LedgerState.Published).ToListAsync(cancel);
        var current = CurrentSubmissions.Of(month).SingleOrDefault();
        var before = await CurrentSubmissions.Of(ledger, row.Provider, row.Period - 1, cancel);

        // The same again is how a provider puts right a version that was lost.
        var same = current is not null && await IsThere(current, cancel) ? current.ContentSha256 : null;
        return new(reference, received, same, before?.Tables.ToDictionary(table => table.Key, table => table.Value.Read))
        {
            FindingsLastMonth = before?.Rules,
            NewerUpload = current is null ? null : Newer(CurrentSubmissions.LastWord(current, month), row, received),
            LateFiles = pinned.LateFiles,
            PackageFault = pinned.Fault,
            CameInTime = row.Rules?.ContainsKey("SUB003") == false,
        };
    }

    /// <summary>Null where the upload would be the month's current one.</summary>
    static string? Newer(SubmissionRow last, SubmissionRow row, DateTimeOffset received) =>
        CurrentSubmissions.Beats(last, row with { Received = received }) ? last.Upload : null;

    SubmissionRow Settle(SubmissionRow row, CheckedSubmission submission, string? vodim) => row with
    {
        State = submission.Verdict switch
        {
            Verdict.Accepted => LedgerState.Accepted,
            Verdict.Unchanged => LedgerState.Unchanged,
            _ => LedgerState.Rejected,
        },
        Received = submission.Received,
        ContentSha256 = submission.ContentSha256,
        KeyId = submission.Verdict == Verdict.Accepted ? keys.KeyId : null,
        SpecVersion = SpecificationTables.Version,
        ReferenceVersion = referenceVersion,
        Tables = submission.Tables.Where(table => table.Present)
            .ToDictionary(table => table.Spec.Name, table => new TableCounts(table.Read, table.AcceptedRows, table.Rejected, table.Warned)),
        Rules = submission.Findings.Counts,
        Hidden = new(checked((int)submission.Hidden.People), submission.Hidden.Nights),
        VodimSha256 = vodim,
        Files = submission.Files.ToDictionary(file => file.Key, file => new JudgedFile(file.Value.Bytes, file.Value.Sha256)),
        Lease = submission.Verdict == Verdict.Accepted ? row.Lease : null,
        Failures = 0,
    };

    /// <summary>When an upload was received (submission.md §1).</summary>
    public DateTimeOffset Received(SubmissionIdentity identity, PinnedUpload pinned) =>
        options.ReceivedBy == ReceivedBy.Storage ? pinned.LastModified : ManifestTime.Of(identity, pinned.Files);
}
