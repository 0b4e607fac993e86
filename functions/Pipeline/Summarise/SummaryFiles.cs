using Homeward.Columns.Parquet;
using Homeward.Lake;
using Homeward.Measures;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Summarise;

/// <summary>The write-once files of summaries, below <c>restricted/_runs/summary/{run_id}/</c>, and which of them is current.</summary>
sealed class SummaryFiles(ILakeStore store)
{
    /// <summary>Beside the folders of the periods.</summary>
    public const string Folder = "summary";

    static readonly LakeFolder All = LakeFolder.Of(Zone.Restricted, "_runs", Folder);
    static readonly LakePath Current = All.File("current");

    /// <summary>The summary that counts, and the version of what says so; null where there is none yet.</summary>
    public async Task<(string RunId, ETag Version)?> FindCurrent(CancellationToken cancel) =>
        await store.Get(Current, cancel) is { } file ? (System.Text.Encoding.UTF8.GetString(file.Bytes).TrimEnd(), file.ETag) : null;

    /// <summary>False where another writer was first.</summary>
    public async Task<bool> Commit(string runId, ETag? from, CancellationToken cancel)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes($"{runId}\n");
        return (from is { } version ? await store.PutIfMatch(Current, bytes, version, cancel) : await store.PutIfAbsent(Current, bytes, cancel)) is not null;
    }

    /// <summary>The manifest of a summary that was written in full; null where it was not.</summary>
    public async Task<SummaryManifest?> Find(string runId, CancellationToken cancel)
    {
        var path = Of(runId).File(LakePaths.RunFile);
        return await store.Get(path, cancel) is { } file ? SummaryManifest.Parse(path, file.Bytes) : null;
    }

    /// <summary>Writes what a summary made, its manifest last.</summary>
    public async Task Write(SummaryInputs inputs, IReadOnlyList<MartFile> made, CancellationToken cancel)
    {
        var options = new ParquetOptions(new Dictionary<string, string>
        {
            ["run_id"] = inputs.RunId,
            ["spec_version"] = SpecificationTables.Version,
        });
        var files = made.Select(file => (Path: LakePath.Parse(file.Path), Bytes: file.Bytes ?? CheckedParquet.Write(file.Table!, options))).ToList();
        foreach (var (path, bytes) in files)
        {
            await WriteOnce.Put(store, At(inputs.RunId, path), bytes, cancel);
        }

        await WriteOnce.Put(store, Of(inputs.RunId).File(LakePaths.RunFile), SummaryManifest.Of(inputs, files).ToBytes(), cancel);
    }

    public static LakePath At(string runId, LakePath path) => Of(runId).File(path.ToString());

    public static LakeFolder Of(string runId) => LakeFolder.Of(Zone.Restricted, "_runs", Folder, runId);
}
