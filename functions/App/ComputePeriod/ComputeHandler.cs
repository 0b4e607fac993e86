using System.Collections.Concurrent;
using Homeward.App.Deployments;
using Homeward.App.Summarise;
using Homeward.App.Telemetry;
using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Measures;
using Homeward.Pipeline.Close;
using Homeward.Reference;

namespace Homeward.App.ComputePeriod;

/// <summary>Computes a period, but not while submissions that it reads are being judged: each of them queues it again.</summary>
sealed partial class ComputeHandler(Deployment deployment, SummariseHandler summarise, ILogger<ComputeHandler> log)
{
    /// <summary>When many submissions come together, their periods are computed once they are in, not once for each.</summary>
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>So long a period may be put off.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<Month, SemaphoreSlim> one = new();
    readonly ConcurrentDictionary<Month, long> putOff = new();

    public async Task<IReadOnlyList<string>> Handle(Month period, DateTimeOffset since, CancellationToken cancel)
    {
        var reference = await deployment.Reference.Get(cancel);
        if (deployment.Clock.GetUtcNow() - since < Patience && await IsInMotion(period, reference, cancel))
        {
            await PutOff(period, since, cancel);
            return [$"{period}: waits for submissions that are being judged"];
        }

        Measured.Waited(deployment.Clock.GetUtcNow() - since);
        var done = await Run(period, reference, cancel);
        await summarise.Ask(reference, cancel);
        return [done];
    }

    /// <summary>One at a time: a second one would make the same figures beside the first.</summary>
    public async Task<string> Run(Month period, ReferenceData reference, CancellationToken cancel)
    {
        var mine = one.GetOrAdd(period, _ => new(1));
        await mine.WaitAsync(cancel);
        try
        {
            return await RunAlone(period, reference, cancel);
        }
        finally
        {
            mine.Release();
        }
    }

    async Task<string> RunAlone(Month period, ReferenceData reference, CancellationToken cancel)
    {
        await deployment.HeavyWork.WaitAsync(cancel);
        try
        {
            var started = deployment.Clock.GetTimestamp();
            var result = await deployment.Compute(reference).Run(period, cancel);
            Measured.Computed(deployment.Clock.GetElapsedTime(started));
            if (result.Computed)
            {
                var rows = await deployment.Ledger.Submissions(cancel).Select(found => found.Row).ToListAsync(cancel);
                Measured.Covered(period, ExpectedProviders.Coverage(period, rows, reference));
            }

            Computed(log, period.ToString(), result.RunId, result.Computed);
            return $"{period}: {(result.Computed ? "computed" : "up to date")}, run {result.RunId}";
        }
        finally
        {
            deployment.HeavyWork.Release();
        }
    }

    /// <summary>One message is enough: where one of ours is not to be read yet, it stands for this one too.</summary>
    async Task PutOff(Month period, DateTimeOffset since, CancellationToken cancel)
    {
        if (!putOff.TryGetValue(period, out var at) || deployment.Clock.GetElapsedTime(at) >= LookAgain)
        {
            putOff[period] = deployment.Clock.GetTimestamp();
            await deployment.Queues.SendCompute(period, since, LookAgain, cancel);
        }
    }

    async Task<bool> IsInMotion(Month period, ReferenceData reference, CancellationToken cancel) =>
        deployment.ArrivalsWaiting > 0 || await deployment.Ledger.Submissions(cancel).AnyAsync(
            found => found.Row.State is LedgerState.Validating or LedgerState.Accepted
                && found.Row.Lease is { } lease && lease.Expires > found.ReadAt
                && RegionRun.Reads(period, found.Row.Period, reference),
            cancel);

    [LoggerMessage(LogLevel.Information, "{Period} run {Run}, new: {Computed}")]
    static partial void Computed(ILogger logger, string period, string run, bool computed);
}
