using Homeward.Columns;
using Homeward.Lake;
using Homeward.Lake.Ledger;
using Homeward.Pipeline.Compute;
using Homeward.Pipeline.Ingest;
using Homeward.Pipeline.Summarise;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Sweep;

/// <summary>Finds copies that are not what the ledger says is current: a copier was killed, or two of them raced and one was killed.</summary>
sealed class StaleCopies(ILakeStore store, ILedger ledger)
{
    /// <summary>Provider-months whose copy for other tools differs from the current version.</summary>
    public async Task<IReadOnlyList<SubmissionRow>> Curated(IEnumerable<SubmissionRow> rows, CancellationToken cancel)
    {
        var entries = await Below(LakeFolder.Of(Zone.Curated), cancel);
        var stale = new List<SubmissionRow>();
        foreach (var row in CurrentSubmissions.Of(rows))
        {
            var version = LakePaths.Version(row.Provider, row.Period, row.Upload, row.ContentSha256!);
            var files = SpecificationTables.All.Where(table => table != SpecificationTables.Submission)
                .Select(table => (VersionFiles.PathOf(version, table.Name), LakePaths.Curated(table.Name, row.Provider, row.Period)));
            if (!await Equal(files, entries, cancel))
            {
                stale.Add(row);
            }
        }

        return stale;
    }

    /// <summary>Periods whose current run is not in the lake, or not all of it: computing them again gives the same bytes.</summary>
    public async Task<IReadOnlyList<Month>> Lost(IEnumerable<RunRow> runs, CancellationToken cancel)
    {
        var lost = new List<Month>();
        var files = new RunFiles(store);
        foreach (var run in runs)
        {
            if (run.RunId is { } id && !await IsWhole(LakePaths.Run(run.Period, id), (await files.Find(run.Period, id, cancel))?.Paths, cancel))
            {
                lost.Add(run.Period);
            }
        }

        return lost;
    }

    /// <summary>Sees to it that a current summary that is not all there is made again.</summary>
    public async Task LostSummary(CancellationToken cancel)
    {
        var files = new SummaryFiles(store);
        if (await files.FindCurrent(cancel) is { } current && await files.Find(current.RunId, cancel) is { } manifest)
        {
            await IsWhole(SummaryFiles.Of(current.RunId), manifest.Paths, cancel);
        }
    }

    /// <summary>A run with a hole loses its manifest, so that whoever needs it makes it again.</summary>
    async Task<bool> IsWhole(LakeFolder run, IEnumerable<LakePath>? files, CancellationToken cancel)
    {
        if (files is null)
        {
            return false;
        }

        var there = await Below(run, cancel);
        if (files.All(path => there.ContainsKey(run.File(path.ToString()))))
        {
            return true;
        }

        await store.Delete(run.File(LakePaths.RunFile), cancel);
        return false;
    }

    /// <summary>Periods whose published files differ from those of their current run, and files of a period that its run did not make.</summary>
    public async Task<(IReadOnlyList<Month> Periods, IReadOnlyList<LakePath> Orphans)> Runs(IEnumerable<RunRow> runs, CancellationToken cancel)
    {
        var published = new Dictionary<LakePath, LakeEntry>();
        foreach (var zone in (Zone[])[Zone.Marts, Zone.Restricted, Zone.Published, Zone.Casework, Zone.Feedback])
        {
            foreach (var (path, entry) in await Below(LakeFolder.Of(zone), cancel))
            {
                published[path] = entry;
            }
        }

        var files = new RunFiles(store);
        var publication = new RunPublication(store, ledger, files);
        var (stale, orphans) = (new List<Month>(), new List<LakePath>());
        foreach (var run in runs)
        {
            if (run.RunId is not { } id || await files.Find(run.Period, id, cancel) is not { } manifest)
            {
                continue;
            }

            var folder = LakePaths.Run(run.Period, id);
            var copies = manifest.Paths.Select(path => (folder.File(path.ToString()), path));
            if (!await Equal(copies, published, cancel) || !await publication.IsPublished(run.Period, id, cancel))
            {
                stale.Add(run.Period);
            }

            var made = manifest.Paths.Concat(manifest.PerFolder().Select(file => file.Path)).ToHashSet();
            orphans.AddRange(published.Keys.Where(path => IsOf(run.Period, path) && !made.Contains(path)));
        }

        return (stale, orphans);
    }

    /// <summary>True for a file in a period folder such as <c>marts/kpi/period=2025-08/</c>; closed months and runs are records, not copies.</summary>
    static bool IsOf(Month period, LakePath path) =>
        path.Zone is Zone.Marts or Zone.Restricted && path.Name.Split('/') is [var kind, var folder, _] && kind != "closed" && folder == $"period={period}";

    async Task<bool> Equal(IEnumerable<(LakePath Original, LakePath Copy)> files, Dictionary<LakePath, LakeEntry> entries, CancellationToken cancel)
    {
        foreach (var (original, copy) in files)
        {
            if (!await SameBytes.Are(store, entries.GetValueOrDefault(original), entries.GetValueOrDefault(copy), cancel))
            {
                return false;
            }
        }

        return true;
    }

    async Task<Dictionary<LakePath, LakeEntry>> Below(LakeFolder folder, CancellationToken cancel) =>
        await store.List(folder, cancel).Where(entry => entry.Path is not null).ToDictionaryAsync(entry => entry.Path!.Value, cancellationToken: cancel);
}
