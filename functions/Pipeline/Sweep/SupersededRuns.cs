using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Close;
using Homeward.Pipeline.Summarise;

namespace Homeward.Pipeline.Sweep;

/// <summary>Removes runs and summaries that others took the place of. They are no record: the ledger and the versions are, and make them again at any time.</summary>
/// <param name="keep">So long they stay after they were superseded, by the storage's clock: somebody may be reading them.</param>
sealed class SupersededRuns(ILakeStore store, ILedger ledger, TimeSpan keep)
{
    static readonly LakeFolder All = LakeFolder.Of(Zone.Restricted, "_runs");

    /// <summary>Their folders.</summary>
    public async Task<IReadOnlyList<string>> Remove(CancellationToken cancel)
    {
        // Where the ledger names no run at all, it is the ledger that is to be looked at.
        if (await ledger.Runs(cancel).MaxByAsync(run => run.ReadAt, cancellationToken: cancel) is not { } read)
        {
            return [];
        }

        var removed = new List<string>();
        foreach (var of in (await Runs(cancel)).GroupBy(run => run.Of))
        {
            // Superseded when the next younger one was made.
            DateTimeOffset? younger = null;
            foreach (var run in of.OrderByDescending(run => run.Made))
            {
                var since = younger ?? run.Made;
                if (since + keep <= read.ReadAt && !await IsNamed(run, cancel))
                {
                    await Remove(run, cancel);
                    removed.Add($"{All.Prefix}{run.Of}/{run.Id}");
                }

                younger = run.Made;
            }
        }

        return removed;
    }

    async Task<IEnumerable<Found>> Runs(CancellationToken cancel)
    {
        var entries = await store.List(All, cancel).Where(entry => entry.Path is not null).ToListAsync(cancel);
        return from entry in entries
               let parts = entry.Name.Split('/')
               where parts.Length > 2
               group entry by (Of: parts[0], Id: parts[1]) into run
               select new Found(run.Key.Of, run.Key.Id, run.Max(entry => entry.Modified), [.. run.Select(entry => entry.Path!.Value)]);
    }

    /// <summary>Asked again just before each is removed: old inputs may have come back meanwhile, and with them the old run.</summary>
    async Task<bool> IsNamed(Found run, CancellationToken cancel)
    {
        if (!Month.TryParse(run.Of, out var period))
        {
            return run.Of != SummaryFiles.Folder || (await new SummaryFiles(store).FindCurrent(cancel))?.RunId == run.Id;
        }

        return (await ledger.Run(period, cancel))?.Row is { } row && (row.RunId == run.Id || row.FailedRun == run.Id)
            || await CloseJob.Closing(store, period, cancel) == run.Id;
    }

    /// <summary>Its manifest first: what is left of it where this is interrupted is no run that anybody would use.</summary>
    async Task Remove(Found run, CancellationToken cancel)
    {
        foreach (var path in run.Files.OrderByDescending(path => path.FileName == LakePaths.RunFile && path.Name.Count(c => c == '/') == 3))
        {
            await store.Delete(path, cancel);
        }
    }

    /// <param name="Of">A period, or the summary.</param>
    sealed record Found(string Of, string Id, DateTimeOffset Made, IReadOnlyList<LakePath> Files);
}
