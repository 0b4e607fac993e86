using Homeward.Columns;
using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Measures;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Compute;

/// <summary>The write-once files of runs, below <c>restricted/_runs/{period}/{run_id}/</c>.</summary>
sealed class RunFiles(ILakeStore store)
{
    /// <summary>The manifest of a run that was written in full; null where it was not.</summary>
    public async Task<RunManifest?> Find(Month period, string runId, CancellationToken cancel)
    {
        var path = LakePaths.Run(period, runId).File(LakePaths.RunFile);
        return await store.Get(path, cancel) is { } file ? RunManifest.Parse(path, file.Bytes) : null;
    }

    /// <summary>Writes what a run made, its manifest last.</summary>
    public async Task<RunManifest> Write(PeriodInputs inputs, IReadOnlyList<MartFile> made, CancellationToken cancel)
    {
        var options = new ParquetOptions(new Dictionary<string, string>
        {
            ["run_id"] = inputs.RunId,
            ["spec_version"] = SpecificationTables.Version,
        });
        var files = new (LakePath Path, byte[] Bytes)[made.Count];
        Parallel.For(
            0,
            files.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
            i => files[i] = (LakePath.Parse(made[i].Path), made[i].Bytes ?? CheckedParquet.Write(made[i].Table!, options)));
        foreach (var (path, bytes) in files)
        {
            await WriteOnce.Put(store, At(inputs.Period, inputs.RunId, path), bytes, cancel);
        }

        var manifest = RunManifest.Of(inputs, files);
        await WriteOnce.Put(store, LakePaths.Run(inputs.Period, inputs.RunId).File(LakePaths.RunFile), manifest.ToBytes(), cancel);
        return manifest;
    }

    public async Task<byte[]> Read(Month period, string runId, LakePath path, CancellationToken cancel) =>
        (await store.Get(At(period, runId, path), cancel))?.Bytes
        ?? throw new InvalidDataException($"{At(period, runId, path)} is missing though its run names it: remove the run's folder and its row in the ledger, and run again.");

    static LakePath At(Month period, string runId, LakePath path) => LakePaths.Run(period, runId).File(path.ToString());
}
