using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Ingest;
using Homeward.Submissions;

namespace Homeward.Pipeline.Arrivals;

/// <summary>What came of looking at a provider's landing folder.</summary>
/// <param name="Judged">What was judged now, in order.</param>
/// <param name="Waiting">Uploads whose manifest names tables that are not there yet: look again soon.</param>
/// <param name="Busy">Another worker holds a lease there and will go on with the rest.</param>
public sealed record ArrivalReport(IReadOnlyList<IngestResult> Judged, IReadOnlyList<SubmissionIdentity> Waiting, bool Busy);

/// <summary>Takes in what a provider has uploaded, in the order received, until nothing is left.</summary>
/// <remarks>
/// An event only says where to look: it may come twice, late, or out of order. The order matters, because what counts as unchanged, and
/// as many rows more than last month, depends on what was judged before. Whoever finds a lease held may leave: its holder looks again
/// after it has settled its own upload, so it sees what the other saw.
/// </remarks>
public sealed class ArrivalJob(ILakeStore store, ILedger ledger, IngestJob ingest, TimeSpan? patience = null)
{
    /// <summary>How long the tables that a manifest names are waited for (submission.md §1).</summary>
    readonly TimeSpan patience = patience ?? TimeSpan.FromMinutes(30);

    /// <param name="settled">Called for each upload as soon as it is judged, before the next one.</param>
    public async Task<ArrivalReport> Run(string provider, Func<SubmissionRow, Task> settled, CancellationToken cancel = default)
    {
        var judged = new List<IngestResult>();
        while (true)
        {
            var (open, waiting) = await Open(provider, cancel);
            if (open is null)
            {
                await TellLate(provider, cancel);
                return new(judged, waiting, false);
            }

            var result = await ingest.Run(open.Identity, LandingFolder.Pin(store, open.Identity), cancel);
            if (result.Outcome == IngestOutcome.Busy)
            {
                return new(judged, waiting, true);
            }

            if (result.Outcome == IngestOutcome.Judged)
            {
                judged.Add(result);
                await settled(result.Row);
            }
        }
    }

    /// <summary>Judges an upload whose manifest does not come: the ledger knows it and landing has lost it (SUB001), or it is a zip (SUB006).</summary>
    /// <returns>Null where the manifest is there after all.</returns>
    public async Task<IngestResult?> RunGone(SubmissionIdentity identity, CancellationToken cancel = default)
    {
        var manifest = LakePaths.Landing(identity.Provider, identity.Period, identity.Upload).File(LakePaths.Manifest);
        return await store.Get(manifest, cancel) is null ? await ingest.Run(identity, LandingFolder.Pin(store, identity), cancel) : null;
    }

    /// <summary>The first upload that is complete and not judged; null where there is none.</summary>
    async Task<(LandedUpload? Upload, IReadOnlyList<SubmissionIdentity> Waiting)> Open(string provider, CancellationToken cancel)
    {
        var (uploads, _) = await LandedUpload.List(store, provider, cancel);
        var rows = await Rows(provider, uploads, cancel);
        var waiting = new List<SubmissionIdentity>();
        foreach (var upload in uploads.Where(upload => upload.Manifest is not null && rows.GetValueOrDefault(upload.Identity.Id)?.Row.Settled != true))
        {
            if (!await IsWaiting(upload, rows.GetValueOrDefault(upload.Identity.Id), cancel))
            {
                return (upload, waiting);
            }

            waiting.Add(upload.Identity);
        }

        return (null, waiting);
    }

    /// <summary>Has the feedback of judged uploads say which files came afterwards (SUB010).</summary>
    async Task TellLate(string provider, CancellationToken cancel)
    {
        var (uploads, _) = await LandedUpload.List(store, provider, cancel);
        var rows = await Rows(provider, uploads, cancel);
        foreach (var upload in uploads.Where(upload => rows.GetValueOrDefault(upload.Identity.Id)?.Row is { Settled: true } row && upload.IsLaterThan(row)))
        {
            await ingest.Run(upload.Identity, LandingFolder.Pin(store, upload.Identity), cancel);
        }
    }

    async Task<Dictionary<string, Stored<SubmissionRow>>> Rows(string provider, IReadOnlyList<LandedUpload> uploads, CancellationToken cancel)
    {
        var rows = new Dictionary<string, Stored<SubmissionRow>>(StringComparer.Ordinal);
        foreach (var period in uploads.Select(upload => upload.Identity.Period).Distinct())
        {
            await foreach (var row in ledger.Submissions(provider, period, cancel))
            {
                rows[row.Row.Id] = row;
            }
        }

        return rows;
    }

    /// <summary>Judged by the storage's clock on both sides: when the manifest came, and now.</summary>
    async Task<bool> IsWaiting(LandedUpload upload, Stored<SubmissionRow>? row, CancellationToken cancel)
    {
        if (row is { Row.State: not LedgerState.Received } || AnnouncedTables.Missing(store, upload).Count == 0)
        {
            return false;
        }

        var identity = upload.Identity;
        var arrived = new SubmissionRow(identity.Provider, identity.Period, identity.Upload, LedgerState.Received, upload.Received);
        var now = (row ?? await ledger.Add(arrived, cancel))?.ReadAt;
        return now is null || now - upload.Manifest!.Modified < patience;
    }
}
