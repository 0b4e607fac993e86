using Homeward.App.Deployments;
using Homeward.App.Summarise;
using Homeward.App.Telemetry;
using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Measures;
using Homeward.Reference;

namespace Homeward.App.ComputePeriod;

/// <summary>Computes a period, but not while submissions that it reads are being judged: each of them queues it again.</summary>
sealed partial class ComputeHandler(Deployment deployment, SummariseHandler summarise, ILogger<ComputeHandler> log)
{
    /// <summary>When many submissions come together, their periods are computed once they are in, not once for each.</summary>
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>So long a period may be put off.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<string>> Handle(Month period, DateTimeOffset since, CancellationToken cancel)
    {
        var reference = await deployment.Reference.Get(cancel);
        if (deployment.Clock.GetUtcNow() - since < Patience && await IsInMotion(period, reference, cancel))
        {
            await deployment.Queues.SendCompute(period, since, LookAgain, cancel);
            return [$"{period}: waits for submissions that are being judged"];
        }

        Measured.Waited(deployment.Clock.GetUtcNow() - since);
        var done = await Run(period, reference, cancel);
        await summarise.Ask(reference, cancel);
        return [done];
    }

    public async Task<string> Run(Month period, ReferenceData reference, CancellationToken cancel)
    {
        await deployment.HeavyWork.WaitAsync(cancel);
        try
        {
            var started = deployment.Clock.GetTimestamp();
            var result = await deployment.Compute(reference).Run(period, cancel);
            Measured.Computed(deployment.Clock.GetElapsedTime(started));
            Computed(log, period.ToString(), result.RunId, result.Computed);
            return $"{period}: {(result.Computed ? "computed" : "up to date")}, run {result.RunId}";
        }
        finally
        {
            deployment.HeavyWork.Release();
        }
    }

    async Task<bool> IsInMotion(Month period, ReferenceData reference, CancellationToken cancel) =>
        await deployment.Ledger.Submissions(cancel).AnyAsync(
            found => found.Row.State is LedgerState.Validating or LedgerState.Accepted
                && found.Row.Lease is { } lease && lease.Expires > found.ReadAt
                && RegionRun.Reads(period, found.Row.Period, reference),
            cancel);

    [LoggerMessage(LogLevel.Information, "{Period} run {Run}, new: {Computed}")]
    static partial void Computed(ILogger logger, string period, string run, bool computed);
}
