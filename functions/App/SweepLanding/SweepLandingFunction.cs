using Homeward.App.ComputePeriod;
using Homeward.App.Deployments;
using Homeward.App.Invocations;
using Homeward.App.Summarise;
using Homeward.Columns;
using Homeward.Pipeline.Sweep;
using Homeward.Reference;

namespace Homeward.App.SweepLanding;

/// <summary>Every ten minutes: whatever an event, a worker or a copier left undone is done.</summary>
sealed partial class SweepLandingFunction(Deployment deployment, ComputeHandler compute, SummariseHandler summarise, ILogger<SweepLandingFunction> log)
{
    public const string Name = "SweepLanding";

    int running;

    public void Map(IEndpointRouteBuilder app) => app.MapFunction(Name, (_, cancel) => Run(cancel));

    async Task<IReadOnlyList<string>> Run(CancellationToken cancel)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
        {
            return ["The sweep before is still running."];
        }

        try
        {
            var reference = await deployment.Reference.Get(cancel);
            var sweep = new SweepJob(deployment.Store, deployment.Ledger, reference, deployment.Arrivals(reference), deployment.Clock);
            var report = await sweep.Run(period => Compute(period, reference, cancel), cancel);
            foreach (var alert in report.Alerts)
            {
                Alert(log, alert);
            }

            Swept(log, report.Judged.Count, report.Behind.Count, report.Copied.Count, report.Removed.Count, report.Alerts.Count);
            return
            [
                .. report.Judged.Select(row => $"{row.Id}: {row.State.ToString().ToLowerInvariant()}"),
                .. report.Behind.Select(period => $"{period}: was behind"),
                .. report.Parked.Select(period => $"{period}: put aside after five failures"),
                .. report.Copied.Select(copied => $"copied again: {copied}"),
                .. report.Removed.Select(run => $"superseded and removed: {run}"),
                await summarise.Run(cancel),
                .. report.Alerts,
            ];
        }
        finally
        {
            running = 0;
        }
    }

    /// <summary>The ledger counts a failure, and parks the period after five; the other periods go on.</summary>
    async Task Compute(Month period, ReferenceData reference, CancellationToken cancel)
    {
        try
        {
            await compute.Run(period, reference, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, period.ToString(), e);
        }
    }

    [LoggerMessage(LogLevel.Error, "The figures of {Period} could not be brought up to date")]
    static partial void Failed(ILogger logger, string period, Exception exception);

    [LoggerMessage(LogLevel.Error, "Needs a person: {What}")]
    static partial void Alert(ILogger logger, string what);

    [LoggerMessage(LogLevel.Information, "Sweep: {Judged} judged, {Periods} periods behind, {Copies} copies put right, {Runs} superseded runs removed, {Alerts} alerts")]
    static partial void Swept(ILogger logger, int judged, int periods, int copies, int runs, int alerts);
}
