using System.Collections.Concurrent;
using Homeward.App.Deployments;
using Homeward.App.Telemetry;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Compute;
using Homeward.Submissions;

namespace Homeward.App.IngestSubmission;

/// <summary>Takes in a provider's uploads and queues what their figures need.</summary>
sealed partial class ArrivalHandler(Deployment deployment, ILogger<ArrivalHandler> log)
{
    /// <summary>When to look again for tables that a manifest names and that are not there yet.</summary>
    static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, long> looksAgain = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<string>> Handle(SubmissionIdentity? identity, CancellationToken cancel)
    {
        if (identity is null)
        {
            RefusedName(log);
            return ["The name is not landing/{provider}/{period}/{upload}/submission.csv: refused."];
        }

        var (judged, waiting) = await Run(identity.Provider, cancel);
        foreach (var upload in waiting)
        {
            await Later(upload, cancel);
        }

        return [.. judged, .. waiting.Select(upload => $"{upload}: waits for the tables that its manifest names")];
    }

    /// <summary>One message is enough: where one of ours is not to be read yet, it stands for this one too.</summary>
    async Task Later(SubmissionIdentity upload, CancellationToken cancel)
    {
        if (!looksAgain.TryGetValue(upload.Id, out var at) || deployment.Clock.GetElapsedTime(at) >= LookAgain)
        {
            looksAgain[upload.Id] = deployment.Clock.GetTimestamp();
            await deployment.Queues.SendLanded(upload, LookAgain, cancel);
        }
    }

    /// <summary>Lines for the log, and uploads that are not complete.</summary>
    public async Task<(IReadOnlyList<string> Judged, IReadOnlyList<SubmissionIdentity> Waiting)> Run(string provider, CancellationToken cancel)
    {
        var reference = await deployment.Reference.Get(cancel);
        await deployment.WaitToTakeIn(cancel);
        try
        {
            var started = deployment.Clock.GetTimestamp();
            var report = await deployment.Arrivals(reference).Run(provider, row => Settled(row, cancel), cancel);
            if (report.Judged.Count > 0)
            {
                Measured.TookIn(deployment.Clock.GetElapsedTime(started));
            }

            foreach (var result in report.Judged)
            {
                Measured.Judged(result);
            }

            return ([.. report.Judged.Select(result => $"{result.Row.Id}: {result.Row.State.ToString().ToLowerInvariant()}")], report.Waiting);
        }
        finally
        {
            deployment.HeavyWork.Release();
        }

        async Task Settled(SubmissionRow row, CancellationToken token)
        {
            Judged(log, row.Id, row.State.ToString(), row.Tables.Values.Sum(table => (long)table.Read));
            var rows = await deployment.Ledger.Submissions(token).Select(stored => stored.Row).ToListAsync(token);
            foreach (var period in Periods.TouchedBy(row.Period, rows, reference))
            {
                await deployment.Queues.SendCompute(period, deployment.Clock.GetUtcNow(), TimeSpan.Zero, token);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "An event names a file that is no upload's manifest: refused")]
    static partial void RefusedName(ILogger logger);

    [LoggerMessage(LogLevel.Information, "{Submission} {State}, {Rows} rows")]
    static partial void Judged(ILogger logger, string submission, string state, long rows);
}
