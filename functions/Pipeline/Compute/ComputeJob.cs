using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Measures;
using Homeward.Reference;

namespace Homeward.Pipeline.Compute;

/// <param name="Computed">False where the period's figures were up to date.</param>
public sealed record ComputeResult(Month Period, string RunId, bool Computed);

/// <summary>Computes one period: inputs from the ledger, files written once, one commit, copies (kpis.md §6).</summary>
public sealed class ComputeJob(ILakeStore store, ILedger ledger, ReferenceData reference, CuratedTables tables)
{
    readonly RunFiles runs = new(store);
    readonly RunPublication publication = new(store, ledger, new RunFiles(store));

    /// <summary>Brings the period up to date with the ledger; does nothing where it is.</summary>
    /// <exception cref="InvalidDataException">Files that the ledger names are missing or damaged, or keys are mixed.</exception>
    public Task<ComputeResult> Run(Month period, CancellationToken cancel = default) => Run(period, false, cancel);

    /// <summary>Computes the period whether or not it is up to date, and puts every file of its run and every copy right.</summary>
    /// <inheritdoc cref="Run(Month, CancellationToken)"/>
    public Task<ComputeResult> Again(Month period, CancellationToken cancel = default) => Run(period, true, cancel);

    async Task<ComputeResult> Run(Month period, bool again, CancellationToken cancel)
    {
        using var trace = Steps.Trace("period", period.ToString());
        while (true)
        {
            var current = await ledger.Run(period, cancel);
            var inputs = await Inputs(period, cancel);
            try
            {
                if (await Run(inputs, current, again, cancel) is { } done)
                {
                    return done;
                }
            }
            catch (Exception e)
            {
                await RunFailures.Count(ledger, period, inputs.RunId, e);
                throw;
            }
        }
    }

    /// <summary>Null where the ledger has changed meanwhile: decide again.</summary>
    async Task<ComputeResult?> Run(PeriodInputs inputs, Stored<RunRow>? current, bool again, CancellationToken cancel)
    {
        inputs.CheckKeys();
        var upToDate = current?.Row.RunId == inputs.RunId;
        if (again || await runs.Find(inputs.Period, inputs.RunId, cancel) is null)
        {
            using var computing = Steps.Step("compute");
            var input = inputs.ForRun(tables);
            var made = RegionRun.Compute(input, cancel);
            await runs.Write(inputs, [.. made, .. RegionFeedback.Of(input, made)], cancel);
        }

        if (!upToDate && !await Commit(inputs, current, cancel))
        {
            return null;
        }

        if (!upToDate || again || !await publication.IsPublished(inputs.Period, inputs.RunId, cancel))
        {
            using var publishing = Steps.Step("publish");
            await publication.Publish(inputs.Period, upToDate ? null : current?.Row.RunId, cancel);
        }

        if (upToDate)
        {
            await RunFailures.Clear(ledger, current!, cancel);
        }

        return new(inputs.Period, inputs.RunId, !upToDate || again);
    }

    /// <summary>False where another run was committed, or the ledger's submissions are no longer those that were counted.</summary>
    async Task<bool> Commit(PeriodInputs inputs, Stored<RunRow>? current, CancellationToken cancel)
    {
        if ((await Inputs(inputs.Period, cancel)).RunId != inputs.RunId)
        {
            return false;
        }

        var row = new RunRow(inputs.Period, inputs.RunId);
        return (current is null ? await ledger.Add(row, cancel) : await ledger.Replace(row, current.ETag, cancel)) is not null;
    }

    async Task<PeriodInputs> Inputs(Month period, CancellationToken cancel) => PeriodInputs.From(
        await ledger.Submissions(cancel).Select(stored => stored.Row).ToListAsync(cancel), period, reference);
}
