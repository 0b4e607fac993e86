using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Arrivals;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Reference;
using Homeward.Submissions;

namespace Homeward.Pipeline.Sweep;

/// <summary>Finds everything that an event, a worker or a copier left undone, and does it (design.md, "At least once in, exactly once out").</summary>
/// <remarks>Landing that retention has removed is no work: the ledger and the versions are the record.</remarks>
/// <param name="keepRuns">How long superseded runs stay; null: a week.</param>
public sealed class SweepJob(ILakeStore store, ILedger ledger, ReferenceData reference, ArrivalJob arrivals, TimeProvider clock, TimeSpan? keepRuns = null)
{
    /// <summary>A submission that has only been received is left to its event for so long.</summary>
    static readonly TimeSpan EventsTake = TimeSpan.FromMinutes(5);

    /// <summary>An upload without manifest is left to its uploader for so long.</summary>
    static readonly TimeSpan UploadsTake = TimeSpan.FromHours(24);

    /// <summary>A zip without manifest is left to its uploader for so long: the CSV files may follow. Then it is answered, for nothing unpacks it.</summary>
    static readonly TimeSpan ZipsTake = TimeSpan.FromMinutes(30);

    readonly StaleCopies copies = new(store, ledger);

    /// <param name="compute">Brings a period up to date, or sees to it that it will be. What it throws ends the sweep.</param>
    public async Task<SweepReport> Run(Func<Month, Task> compute, CancellationToken cancel = default)
    {
        var (uploads, strays) = await LandedUpload.List(store, null, cancel);
        var judged = await Ingest(uploads, cancel);
        var (behind, parked) = await Compute(compute, cancel);
        var (copied, lost) = await Copy(cancel);
        await copies.LostSummary(cancel);
        var rows = await Rows(cancel);
        var removed = await new SupersededRuns(store, ledger, keepRuns ?? TimeSpan.FromDays(7)).Remove(cancel);
        return new(judged, behind, parked, copied, removed, [.. Alerts(uploads, strays, rows), .. await Failing(cancel), .. lost]);
    }

    /// <summary>Brings up to date what is behind; a period that failed five times waits for a person.</summary>
    async Task<(IReadOnlyList<Month> Behind, IReadOnlyList<Month> Parked)> Compute(Func<Month, Task> compute, CancellationToken cancel)
    {
        var (rows, runs) = (await Rows(cancel), await RunRows(cancel));
        var parked = Periods.Parked(rows, runs, reference).Select(run => run.Period).ToList();
        var behind = Periods.Behind(rows, runs, reference).Union(await copies.Lost(runs, cancel)).Except(parked).ToList();
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
            await Try(async () => judged.AddRange((await arrivals.Run(provider, _ => Task.CompletedTask, cancel)).Judged.Select(result => result.Row)));
        }

        foreach (var zip in uploads.Where(upload => upload.IsZip && clock.GetUtcNow() - upload.Received >= ZipsTake && known.GetValueOrDefault(upload.Identity.Id)?.Row.Settled != true))
        {
            await Gone(zip.Identity);
        }

        var landed = uploads.Where(upload => upload.Manifest is not null).Select(upload => upload.Identity.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, _, _) in known.Values.Where(found => !found.Row.Settled && IsLeft(found) && !landed.Contains(found.Row.Id)))
        {
            await Gone(new(row.Provider, row.Period, row.Upload));
        }

        return judged;

        Task Gone(SubmissionIdentity identity) =>
            Try(async () => judged.AddRange(await arrivals.RunGone(identity, cancel) is { Outcome: IngestOutcome.Judged } gone ? [gone.Row] : []));
    }

    /// <summary>Where it fails, the ledger row counts the failure and is parked after five; the others go on.</summary>
    static async Task Try(Func<Task> ingest)
    {
        try
        {
            await ingest();
        }
        catch (Exception e) when (e is IOException or LeaseLostException or InvalidDataException)
        {
            // Counted.
        }
    }

    static bool IsLeft(LandedUpload upload, Stored<SubmissionRow>? found) => found switch
    {
        null => true,
        { Row.Settled: true } => upload.IsLaterThan(found.Row),
        _ => IsLeft(found),
    };

    /// <summary>Nobody works on it, though it is not settled.</summary>
    static bool IsLeft(Stored<SubmissionRow> found) => found.Row.State == LedgerState.Received
        ? found.ReadAt - found.Row.Received >= EventsTake
        : found.Row.Lease is not { } lease || lease.Expires <= found.ReadAt;

    /// <summary>What was copied, and what cannot be because files that the ledger names are gone.</summary>
    async Task<(IReadOnlyList<string> Copied, IReadOnlyList<string> Lost)> Copy(CancellationToken cancel)
    {
        var (copied, lost) = (new List<string>(), new List<string>());
        var curated = new CuratedCopy(store, ledger);
        foreach (var row in await copies.Curated(await Rows(cancel), cancel))
        {
            await Try($"curated of {row.Provider} {row.Period}", () => curated.Refresh(row.Provider, row.Period, cancel));
        }

        var publication = new RunPublication(store, ledger, new RunFiles(store));
        var (stale, orphans) = await copies.Runs(await RunRows(cancel), cancel);
        foreach (var period in stale)
        {
            await Try($"marts of {period}", () => publication.Publish(period, null, cancel));
        }

        foreach (var orphan in orphans)
        {
            await store.Delete(orphan, cancel);
            copied.Add($"{orphan} removed");
        }

        return (copied, lost);

        async Task Try(string what, Func<Task> copy)
        {
            try
            {
                await copy();
                copied.Add(what);
            }
            catch (InvalidDataException e)
            {
                lost.Add(e.Message);
            }
        }
    }

    IEnumerable<string> Alerts(IReadOnlyList<LandedUpload> uploads, IReadOnlyList<LakeEntry> strays, IReadOnlyList<SubmissionRow> rows)
    {
        var byId = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        return uploads.Where(upload => upload.Manifest is null && !upload.IsZip && now - upload.Received >= UploadsTake)
            .Select(upload => $"{upload.Identity} has no {LakePaths.Manifest} after {UploadsTake.TotalHours:0} hours: its uploader stopped half-way")
            .Concat(uploads.Where(upload => byId.GetValueOrDefault(upload.Identity.Id) is { Settled: true } row && upload.IsLaterThan(row))
                .Select(upload => $"{upload.Identity}: files arrived or changed after it was judged, and are not read (SUB010)"))
            .Concat(rows.Where(row => row.State == LedgerState.Parked).Select(row => $"{row.Id} is parked: {row.Problem}"))
            .Concat(strays.Count == 0 ? [] : [$"{strays.Count} files in landing lie in no {{provider}}/{{period}}/{{upload}}/ folder: they are never read"]);
    }

    Task<List<SubmissionRow>> Rows(CancellationToken cancel) => ledger.Submissions(cancel).Select(found => found.Row).ToListAsync(cancel).AsTask();

    Task<List<RunRow>> RunRows(CancellationToken cancel) => ledger.Runs(cancel).Select(found => found.Row).ToListAsync(cancel).AsTask();
}
