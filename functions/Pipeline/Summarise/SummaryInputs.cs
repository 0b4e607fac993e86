using Homeward.Columns;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Compute;
using Homeward.Reference;

namespace Homeward.Pipeline.Summarise;

/// <summary>Everything that the files that span periods depend on, and the run id that names it.</summary>
/// <param name="Runs">Every period that has a current run, ascending.</param>
/// <param name="Behind">Periods whose current run is not what the ledger asks for.</param>
sealed record SummaryInputs(IReadOnlyList<RunRow> Runs, IReadOnlyList<Month> Behind, ReferenceData Reference)
{
    public string RunId { get; } = Hashing.Sha256(
        [
            "summary",
            $"engine {Engine.Version}",
            .. Reference.Hashes.Select(file => $"reference {file.Key} {file.Value}"),
            .. Runs.Select(run => $"period {run.Period} {run.RunId}"),
        ]);

    public static async Task<SummaryInputs> Of(ILedger ledger, ReferenceData reference, CancellationToken cancel)
    {
        var rows = await ledger.Submissions(cancel).Select(found => found.Row).ToListAsync(cancel);
        var periods = Periods.Of(rows).ToHashSet();
        var runs = await ledger.Runs(cancel).Select(found => found.Row).Where(run => run.RunId is not null && periods.Contains(run.Period)).ToListAsync(cancel);
        return new([.. runs.OrderBy(run => run.Period)], Periods.Behind(rows, runs, reference), reference);
    }
}
