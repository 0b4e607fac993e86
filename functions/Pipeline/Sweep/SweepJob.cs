using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Arrivals;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Reference;

namespace Homeward.Pipeline.Sweep;

/// <summary>Finds everything that an event, a worker or a copier left undone, and does it (design.md, "At least once in, exactly once out").</summary>
/// <remarks>Landing that retention has removed is no work: the ledger and the versions are the record.</remarks>
public sealed class SweepJob(ILakeStore store, ILedger ledger, ReferenceData reference, ArrivalJob arrivals, TimeProvider clock)
{
    /// <summary>A submission that has only been received is left to its event for so long.</summary>
    static readonly TimeSpan EventsTake = TimeSpan.FromMinutes(5);

    /// <summary>An upload without manifest is left to its uploader for so long.</summary>
    static readonly TimeSpan UploadsTake = TimeSpan.FromHours(24);

    readonly StaleCopies copies = new(store, ledger);

    /// <param name="compute">Brings a period up to date, or sees to it that it will be. What it throws ends the sweep.</param>
    public async Task<SweepReport> Run(Func<Month, Task> compute, CancellationToken cancel = default)
    {
        var (uploads, strays) = await LandedUpload.List(store, null, cancel);
        var judged = await Ingest(uploads, cancel);
        var (behind, parked) = await Compute(compute, cancel);
        var copied = await Copy(cancel);
        var rows = await Rows(cancel);
        return new(judged, behind, parked, copied, [.. Alerts(uploads, strays, rows), .. await Failing(cancel)]);
    }

    /// <summary>Brings up to date what is behind; a period that failed five times waits for a person.</summary>
    async Task<(IReadOnlyList<Month> Behind, IReadOnlyList<Month> Parked)> Compute(Func<Month, Task> compute, CancellationToken cancel)
    {
        var (rows, runs) = (await Rows(cancel), await RunRows(cancel));
        var parked = Periods.Parked(rows, runs, reference).Select(run => run.Period).ToList();
        var behind = Periods.Behind(rows, runs, reference).Except(parked).ToList();
        foreach (var period in behind)
        {
            await compute(period);
        }

        return (behind, parked);
    }

    async Task<IEnumerable<string>> Failing(CancellationToken cancel) =>
        (await RunRows(cancel)).Where(run => run.Failures > 0).Select(run => $"{run.Period} cannot be computed: {run.Problem}");

    async Task<IReadOnlyList<SubmissionRow>> Ingest(IReadOnlyList<LandedUpload> uploads, CancellationToken cancel)
    {
        var known = await ledger.Submissions(cancel).ToDictionaryAsync(found => found.Row.Id, StringComparer.Ordinal, cancellationToken: cancel);
        var judged = new List<SubmissionRow>();
        var providers = uploads.Where(upload => upload.Manifest is not null && IsLeft(upload, known.GetValueOrDefault(upload.Identity.Id)))
            .Select(upload => upload.Identity.Provider).Distinct();
        foreach (var provider in providers)
        {
            try
            {
                judged.AddRange((await arrivals.Run(provider, _ => Task.CompletedTask, cancel)).Judged.Select(result => result.Row));
            }
            catch (Exception e) when (e is IOException or LeaseLostException or InvalidDataException)
            {
                // The ledger row counts the failure and is parked after five; the other providers go on.
            }
        }

        return judged;
    }

    static bool IsLeft(LandedUpload upload, Stored<SubmissionRow>? found) => found switch
    {
        null => true,
        { Row.Settled: true } => upload.IsLaterThan(found.Row),
        { Row.State: LedgerState.Received } => found.ReadAt - found.Row.Received >= EventsTake,
        _ => found.Row.Lease is not { } lease || lease.Expires <= found.ReadAt,
    };

    async Task<IReadOnlyList<string>> Copy(CancellationToken cancel)
    {
        var copied = new List<string>();
        var curated = new CuratedCopy(store, ledger);
        foreach (var row in await copies.Curated(await Rows(cancel), cancel))
        {
            await curated.Refresh(row.Provider, row.Period, cancel);
            copied.Add($"curated of {row.Provider} {row.Period}");
        }

        var publication = new RunPublication(store, ledger, new RunFiles(store));
        var (stale, orphans) = await copies.Runs(await RunRows(cancel), cancel);
        foreach (var period in stale)
        {
            await publication.Publish(period, null, cancel);
            copied.Add($"marts of {period}");
        }

        foreach (var orphan in orphans)
        {
            await store.Delete(orphan, cancel);
            copied.Add($"{orphan} removed");
        }

        return copied;
    }

    IEnumerable<string> Alerts(IReadOnlyList<LandedUpload> uploads, IReadOnlyList<LakeEntry> strays, IReadOnlyList<SubmissionRow> rows)
    {
        var byId = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        return uploads.Where(upload => upload.Manifest is null && now - upload.Received >= UploadsTake)
            .Select(upload => $"{upload.Identity} has no {LakePaths.Manifest} after {UploadsTake.TotalHours:0} hours: its uploader stopped half-way")
            .Concat(uploads.Where(upload => byId.GetValueOrDefault(upload.Identity.Id) is { Settled: true } row && upload.IsLaterThan(row))
                .Select(upload => $"{upload.Identity}: files arrived or changed after it was judged, and are not read (SUB010)"))
            .Concat(rows.Where(row => row.State == LedgerState.Parked).Select(row => $"{row.Id} is parked: {row.Problem}"))
            .Concat(strays.Count == 0 ? [] : [$"{strays.Count} files in landing lie in no {{provider}}/{{period}}/{{upload}}/ folder: they are never read"]);
    }

    Task<List<SubmissionRow>> Rows(CancellationToken cancel) => ledger.Submissions(cancel).Select(found => found.Row).ToListAsync(cancel).AsTask();

    Task<List<RunRow>> RunRows(CancellationToken cancel) => ledger.Runs(cancel).Select(found => found.Row).ToListAsync(cancel).AsTask();
}
