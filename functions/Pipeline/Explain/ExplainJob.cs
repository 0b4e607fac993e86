using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Measures.Explaining;
using Homeward.Pipeline.Compute;
using Homeward.Reference;

namespace Homeward.Pipeline.Explain;

/// <summary>Counts a published figure again, from exactly what its run read, and keeps what it counted.</summary>
public sealed class ExplainJob(ILakeStore store, ILedger ledger, ReferenceData reference)
{
    readonly RunFiles runs = new(store);

    /// <exception cref="InvalidDataException">The period has no figures, or they were made from something else than what is there now.</exception>
    /// <exception cref="ArgumentException">The query names something that does not exist; the message names what does.</exception>
    public async Task<Explanation> Run(Month period, ExplainQuery query, CancellationToken cancel = default)
    {
        var inputs = PeriodInputs.From(await ledger.Submissions(cancel).Select(found => found.Row).ToListAsync(cancel), period, reference);
        var current = (await ledger.Run(period, cancel))?.Row.RunId;
        return current is null ? throw new InvalidDataException($"{period} has no figures: 'homeward run' computes them.")
            : current != inputs.RunId ? throw new InvalidDataException(await WhyNot(period, current, cancel))
            : RegionExplain.Explain(inputs.ForRun(new CuratedTables(store)), query, cancel);
    }

    async Task<string> WhyNot(Month period, string runId, CancellationToken cancel)
    {
        var run = await runs.Find(period, runId, cancel);
        if (run is not null && run.EngineVersion != Engine.Version)
        {
            return $"The figures of {period} were computed by another version of the program: run 'homeward run' first.";
        }

        var used = run?.Reference ?? new Dictionary<string, string>();
        var others = used.Keys.Union(reference.Hashes.Keys, StringComparer.Ordinal)
            .Where(file => used.GetValueOrDefault(file) != reference.Hashes.GetValueOrDefault(file)).Order(StringComparer.Ordinal).ToList();
        return others.Count > 0
            ? $"The figures of {period} were computed with other reference data ({string.Join(", ", others)}): give its folder with --reference, or run 'homeward run' with this one first."
            : $"The figures of {period} are behind the submissions: run 'homeward run' first.";
    }
}
