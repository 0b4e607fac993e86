using Homeward.Columns;
using Homeward.Columns.Csv;
using Homeward.Lake;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Arrivals;

/// <summary>The tables that a manifest names (its column Tables): ingestion waits for them (submission.md §1).</summary>
static class AnnouncedTables
{
    static readonly Field Tables = SpecificationTables.Submission["Tables"];

    /// <summary>Named tables whose file is not there yet. A manifest that cannot be read names none: judging says what is wrong with it.</summary>
    public static IReadOnlyList<string> Missing(ILakeStore store, LandedUpload upload)
    {
        var here = upload.Files.Select(file => file.Path?.FileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Named(store, upload.Manifest!).Where(table => SpecificationTables.All.Any(known => known.Name == table) && !here.Contains(table + ".csv"))];
    }

    static string[] Named(ILakeStore store, LakeEntry manifest)
    {
        using var stream = store.Open(manifest.Path!.Value, manifest.ETag);
        var read = CsvReader.Read(stream, [Tables.Csv], new CsvLimits { FileBytes = 64 * 1024 }).Find(Tables.Column)?.Values as TextColumn;
        return read is { Count: > 0 } ? (read[0] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
    }
}
