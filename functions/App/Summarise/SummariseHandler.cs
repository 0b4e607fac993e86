using Homeward.App.Deployments;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Summarise;
using Homeward.Reference;

namespace Homeward.App.Summarise;

/// <summary>Makes comparison, process control, dimensions and worklists, one at a time.</summary>
sealed partial class SummariseHandler(Deployment deployment, ILogger<SummariseHandler> log) : IDisposable
{
    /// <summary>Periods that are computed soon after each other share one message: it is read only after so long.</summary>
    static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    readonly SemaphoreSlim one = new(1);
    readonly Lock gate = new();
    long? asked;

    /// <summary>Asks for a summary unless a period is behind: whoever computes the last of them asks.</summary>
    public async Task Ask(ReferenceData reference, CancellationToken cancel)
    {
        if (IsAsked())
        {
            return;
        }

        var rows = await deployment.Ledger.Submissions(cancel).Select(found => found.Row).ToListAsync(cancel);
        var runs = await deployment.Ledger.Runs(cancel).Select(found => found.Row).ToListAsync(cancel);
        if (Periods.Behind(rows, runs, reference).Count == 0)
        {
            lock (gate)
            {
                asked = deployment.Clock.GetTimestamp();
            }

            await deployment.Queues.SendSummarise(deployment.Clock.GetUtcNow(), Together, cancel);
        }
    }

    public async Task<string> Run(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            var result = await deployment.Summarise(await deployment.Reference.Get(cancel)).Run(cancel);
            Summarised(log, result.RunId, result.Outcome);
            return result.Outcome switch
            {
                SummariseOutcome.Waiting => $"summary: waits for {string.Join(' ', result.Behind)}",
                SummariseOutcome.UpToDate => "summary: up to date",
                _ => $"summary: made, run {result.RunId}",
            };
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>A message of ours is not to be read yet, so that it covers what was computed meanwhile.</summary>
    bool IsAsked()
    {
        lock (gate)
        {
            return asked is { } at && deployment.Clock.GetElapsedTime(at) < Together;
        }
    }

    [LoggerMessage(LogLevel.Information, "Summary {Run}: {Outcome}")]
    static partial void Summarised(ILogger logger, string? run, SummariseOutcome outcome);
}
