using Homeward.Columns;
using Homeward.Columns.Csv;
using Homeward.Lake;
using Homeward.Pipeline.Packages;
using Homeward.Submissions;
using Homeward.Submissions.Specification;

namespace Homeward.Pipeline.Ingest;

/// <summary>When an upload was received where no storage clock can tell: its manifest's DateTimeCreated (submission.md §1).</summary>
public static class ManifestTime
{
    static readonly Field Created = SpecificationTables.Submission["DateTimeCreated"];

    /// <summary>The end of the period where the manifest does not tell; such an upload is rejected anyway.</summary>
    public static DateTimeOffset Of(SubmissionIdentity identity, IReadOnlyList<SubmissionFile> files)
    {
        var unknown = new DateTimeOffset((identity.Period + 1).FirstDay, TimeOnly.MinValue, TimeSpan.Zero);
        if (files.FirstOrDefault(file => file.Name == LakePaths.Manifest) is not { } manifest)
        {
            return unknown;
        }

        try
        {
            using var stream = manifest.Open();
            var created = CsvReader.Read(stream, [Created.Csv], new CsvLimits { FileBytes = 64 * 1024 }).Find(Created.Column)?.Values as TimestampColumn;
            return created is { Count: > 0 } && created[0] is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : unknown;
        }
        catch (PackageException)
        {
            return unknown;
        }
    }
}
