using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Summarise;

namespace Homeward.Pipeline;

public enum RunStage
{
    Ingest,
    Compute,
}

/// <summary>How far a whole run is, for people who wait.</summary>
public sealed record RunProgress(RunStage Stage, int Done, int InAll, string Last);

/// <param name="Ingested">By provider, in the order received.</param>
/// <param name="Computed">By period.</param>
/// <param name="Summary">What became of the files that span periods; null where they were not asked for.</param>
public sealed record RunReport(IReadOnlyList<IngestResult> Ingested, IReadOnlyList<ComputeResult> Computed, SummariseResult? Summary);

/// <summary>Every upload, then every period, then what spans periods: what the function app does by events, done at once.</summary>
public sealed class WholeRun(IngestJob ingest, ComputeJob compute, ILedger ledger, SummariseJob? summarise = null)
{
    /// <summary>While one submission waits for the disk, another is judged.</summary>
    const int AtOncePerCore = 2;

    /// <param name="only">The one period to compute; null for every month from the first to the last accepted.</param>
    public async Task<RunReport> Run(
        IReadOnlyList<FoundUpload> uploads, Month? only = null, IProgress<RunProgress>? progress = null, CancellationToken cancel = default)
    {
        var ingested = await Ingest(uploads, progress, cancel);
        var computed = await Compute(only, progress, cancel);
        return new(ingested, computed, summarise is null ? null : await summarise.Run(cancel));
    }

    /// <summary>A provider's uploads are judged one after the other, because a check reads the current month and the one before.</summary>
    internal async Task<IReadOnlyList<IngestResult>> Ingest(
        IReadOnlyList<FoundUpload> uploads, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        var done = 0;
        var providers = uploads.GroupBy(upload => upload.Identity.Provider).OrderBy(provider => provider.Key, StringComparer.Ordinal).ToList();
        var results = new ProviderIngest[providers.Count];
        await Parallel.ForAsync(0, providers.Count, With(cancel, AtOncePerCore), async (i, token) =>
        {
            results[i] = new ProviderIngest(ingest);
            await results[i].Run(providers[i], last => progress?.Report(new(RunStage.Ingest, Interlocked.Increment(ref done), uploads.Count, last)), token);
        });
        return [.. results.SelectMany(result => result.Ingested)];
    }

    async Task<IReadOnlyList<ComputeResult>> Compute(Month? only, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        var periods = await Periods(only, cancel);
        var done = 0;
        var results = new ComputeResult[periods.Count];
        await Parallel.ForAsync(0, periods.Count, With(cancel), async (i, token) =>
        {
            results[i] = await compute.Run(periods[i], token);
            progress?.Report(new(RunStage.Compute, Interlocked.Increment(ref done), periods.Count, periods[i].ToString()));
        });
        return results;
    }

    async Task<IReadOnlyList<Month>> Periods(Month? only, CancellationToken cancel)
    {
        var rows = await ledger.Submissions(cancel).Select(stored => stored.Row).ToListAsync(cancel);
        return [.. Pipeline.Compute.Periods.Of(rows).Where(period => only is null || period == only)];
    }

    static ParallelOptions With(CancellationToken cancel, int atOncePerCore = 1) =>
        new() { MaxDegreeOfParallelism = atOncePerCore * Environment.ProcessorCount, CancellationToken = cancel };
}
