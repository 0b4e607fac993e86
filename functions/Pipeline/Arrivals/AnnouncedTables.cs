using Homeward.Columns;
using Homeward.Columns.Csv;
using Homeward.Lake;
using Homeward.Submissions;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Arrivals;

/// <summary>The tables that a manifest names (its column Tables): ingestion waits for them (submission.md §1).</summary>
public static class AnnouncedTables
{
    static readonly Field Tables = SpecificationTables.Submission["Tables"];

    /// <summary>Named tables that a package does not hold, and that nothing waits for: it is the whole upload.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<SubmissionFile> package)
    {
        if (package.FirstOrDefault(file => file.Name == LakePaths.Manifest) is not { } manifest)
        {
            return [];
        }

        using var stream = manifest.Open();
        return Missing(stream, package.Select(file => file.Name));
    }

    /// <summary>Named tables whose file is not there yet.</summary>
    internal static IReadOnlyList<string> Missing(ILakeStore store, LandedUpload upload)
    {
        using var stream = store.Open(upload.Manifest!.Path!.Value, upload.Manifest.ETag);
        return Missing(stream, upload.Files.Select(file => file.Path?.FileName).OfType<string>());
    }

    /// <summary>A manifest that cannot be read names none: judging says what is wrong with it.</summary>
    static IReadOnlyList<string> Missing(Stream manifest, IEnumerable<string> files)
    {
        var here = files.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var read = CsvReader.Read(manifest, [Tables.Csv], new CsvLimits { FileBytes = 64 * 1024 }).Find(Tables.Column)?.Values as TextColumn;
        var named = read is { Count: > 0 } ? (read[0] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        return [.. named.Where(table => SpecificationTables.All.Any(known => known.Name == table) && !here.Contains(table + ".csv"))];
    }
}
