using System.Collections.Concurrent;
using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Summarise;
using Homeward.Pipeline.Sweep;

namespace Homeward.Pipeline.Rebuild;

/// <summary>Makes curated, feedback and marts again, as far as landing and the stored versions allow (design.md, "Record").</summary>
/// <remarks>
/// A submission whose files lie in landing as they were judged is put back and judged again, with today's rules and reference data; all
/// others stay exactly as they are. Nothing of a version is deleted, and none is replaced whose landing is gone. Interrupted, it is begun
/// again, or an ordinary run goes on with it.
/// </remarks>
public sealed class RebuildJob(ILakeStore store, ILedger ledger, IngestJob ingest, ComputeJob compute, SummariseJob summarise, string keyId)
{
    readonly PutBack putBack = new(ledger);
    readonly StoredVersion stored = new(store);

    /// <exception cref="InvalidDataException">The lake was made with another key: nothing was done.</exception>
    public async Task<RebuildReport> Run(IReadOnlyList<FoundUpload> uploads, IProgress<RunProgress>? progress = null, CancellationToken cancel = default)
    {
        var rows = await ledger.Submissions(cancel).ToListAsync(cancel);
        if (rows.Find(found => found.Row.State == LedgerState.Published && found.Row.KeyId != keyId) is { } other)
        {
            throw new InvalidDataException(
                $"{other.Row.Id} was pseudonymised with the key {other.Row.KeyId}, not with {keyId}: nothing was rebuilt. Give the key that the lake was started with.");
        }

        var (kept, lost, damaged) = (new List<string>(), new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        var byId = uploads.ToDictionary(upload => upload.Identity.Id, StringComparer.Ordinal);
        foreach (var found in rows.Where(found => found.Row.Settled))
        {
            if (await putBack.Try(found, byId.GetValueOrDefault(found.Row.Id), cancel) is { } reason)
            {
                kept.Add($"{found.Row.Id}: {reason}");
                if (await stored.Damaged(found.Row, cancel) is { Count: > 0 } files)
                {
                    lost.Add($"{found.Row.Id}: {string.Join(", ", files)} of its version {(files.Count == 1 ? "is" : "are")} missing or damaged, and {reason}. Restore from a copy.");
                    damaged.Add(found.Row.Id);
                }

                if (!await stored.HasFeedback(found.Row, cancel))
                {
                    lost.Add($"{found.Row.Id}: its feedback is missing, and {reason}.");
                }
            }
        }

        var ingested = await new WholeRun(ingest, compute, ledger).Ingest(uploads, progress, cancel);
        await CopyCurated(damaged, cancel);
        var computed = await Compute(lost, progress, cancel);
        await RemoveOrphans(cancel);
        var summary = await summarise.Again(cancel);
        return new([.. ingested.Where(result => result.Outcome == IngestOutcome.Judged)], kept, computed, summary, lost);
    }

    /// <summary>A copy of a damaged version may be the last that is whole: it stays.</summary>
    async Task CopyCurated(HashSet<string> damaged, CancellationToken cancel)
    {
        var copy = new CuratedCopy(store, ledger);
        var rows = await Rows(cancel);
        foreach (var row in (await new StaleCopies(store, ledger).Curated(rows, cancel)).Where(row => !damaged.Contains(row.Id)))
        {
            await copy.Refresh(row.Provider, row.Period, cancel);
        }

        var current = CurrentSubmissions.Of(rows).Select(row => $"/period={row.Period}/provider={row.Provider}/").ToHashSet(StringComparer.Ordinal);
        await foreach (var entry in store.List(LakeFolder.Of(Zone.Curated), cancel))
        {
            if (entry.Path is { } path && path.Name.Split('/') is [not "_versions", var period, var provider, _] && !current.Contains($"/{period}/{provider}/"))
            {
                await store.Delete(path, cancel);
            }
        }
    }

    /// <summary>Every period that the ledger asks for, and every one that has a run: a submission may count no more.</summary>
    async Task<IReadOnlyList<ComputeResult>> Compute(List<string> lost, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        var runs = await ledger.Runs(cancel).Select(found => found.Row.Period).ToListAsync(cancel);
        Month[] periods = [.. Periods.Of(await Rows(cancel)).Union(runs).Order()];
        var (done, results, failed) = (0, new ConcurrentBag<ComputeResult>(), new ConcurrentBag<string>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        await Parallel.ForEachAsync(periods, options, async (period, token) =>
        {
            try
            {
                results.Add(await compute.Again(period, token));
            }
            catch (Exception e) when (e.GetBaseException() is InvalidDataException damaged)
            {
                failed.Add($"{period}: its figures stay as they are. {damaged.Message}");
            }

            progress?.Report(new(RunStage.Compute, Interlocked.Increment(ref done), periods.Length, period.ToString()));
        });
        lost.AddRange(failed.Order(StringComparer.Ordinal));
        return [.. results.OrderBy(result => result.Period)];
    }

    async Task RemoveOrphans(CancellationToken cancel)
    {
        var (_, orphans) = await new StaleCopies(store, ledger).Runs(await ledger.Runs(cancel).Select(found => found.Row).ToListAsync(cancel), cancel);
        foreach (var orphan in orphans)
        {
            await store.Delete(orphan, cancel);
        }
    }

    Task<List<SubmissionRow>> Rows(CancellationToken cancel) => ledger.Submissions(cancel).Select(found => found.Row).ToListAsync(cancel).AsTask();
}
