using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Measures.Summary;
using Homeward.Pipeline.Compute;
using Homeward.Reference;

namespace Homeward.Pipeline.Summarise;

/// <summary>Makes the files that span periods (kpis.md §6): comparison, process control, dimensions and the newest period's worklists.</summary>
/// <remarks>
/// Does nothing while a period is behind the ledger. Files are written once under the run id that names their inputs, committed by one
/// conditional put, then copied. Safe to run twice or side by side: the same inputs give the same bytes, and one commit wins.
/// </remarks>
public sealed class SummariseJob(ILakeStore store, ILedger ledger, ReferenceData reference)
{
    readonly SummaryFiles files = new(store);
    readonly SummaryPublication publication = new(store, new SummaryFiles(store));
    readonly RunFiles runs = new(store);

    /// <summary>Brings the files up to date with the periods' current runs.</summary>
    /// <exception cref="InvalidDataException">Files of a run are missing or damaged.</exception>
    public Task<SummariseResult> Run(CancellationToken cancel = default) => Run(false, cancel);

    /// <summary>Makes the files whether or not they are up to date.</summary>
    /// <inheritdoc cref="Run(CancellationToken)"/>
    public Task<SummariseResult> Again(CancellationToken cancel = default) => Run(true, cancel);

    async Task<SummariseResult> Run(bool again, CancellationToken cancel)
    {
        using var trace = Steps.Trace("summary", "all");
        while (true)
        {
            var current = await files.FindCurrent(cancel);
            var inputs = await SummaryInputs.Of(ledger, reference, cancel);
            if (inputs.Behind.Count > 0)
            {
                return new(SummariseOutcome.Waiting, current?.RunId, inputs.Behind);
            }

            if (inputs.Runs.Count == 0)
            {
                return new(SummariseOutcome.UpToDate, null, []);
            }

            if (again || await files.Find(inputs.RunId, cancel) is null)
            {
                using var computing = Steps.Step("compute");
                await files.Write(inputs, RegionSummary.Compute(Input(inputs), cancel), cancel);
            }

            var isNew = current?.RunId != inputs.RunId;
            if (!isNew || await Commit(inputs, current?.Version, cancel))
            {
                using var publishing = Steps.Step("publish");
                var copied = await publication.Publish(cancel);
                return new(isNew || copied ? SummariseOutcome.Summarised : SummariseOutcome.UpToDate, inputs.RunId, []);
            }
        }
    }

    /// <summary>False where another summary was committed, or the periods' runs are no longer those that were read.</summary>
    async Task<bool> Commit(SummaryInputs inputs, ETag? from, CancellationToken cancel) =>
        (await SummaryInputs.Of(ledger, reference, cancel)).RunId == inputs.RunId && await files.Commit(inputs.RunId, from, cancel);

    SummaryInput Input(SummaryInputs inputs) => new(
        [.. inputs.Runs.Select(run => new ComputedPeriod(run.Period, run.RunId!, (path, columns) => Read(run, LakePath.Parse(path), columns)))],
        reference);

    /// <summary>Measures read in the middle of a computation, which is synchronous.</summary>
    Table Read(RunRow run, LakePath path, IReadOnlyList<string> columns)
    {
        try
        {
            return ParquetReader.Open(runs.Read(run.Period, run.RunId!, path, CancellationToken.None).GetAwaiter().GetResult()).Read(columns);
        }
        catch (ParquetException e)
        {
            throw new InvalidDataException($"{path} of run {run.RunId} cannot be read: {e.Message} Remove the run's folder and its row in the ledger, and run again.", e);
        }
    }
}
