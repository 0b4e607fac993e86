using Homeward.Columns.Csv;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking.Reading;

/// <summary>Opens the files of a submission, each once: bytes → columns and a hash.</summary>
static class SheetReading
{
    /// <param name="Strangers">Files that are no table, or a table given twice; by name.</param>
    public sealed record Result(IReadOnlyList<Sheet> Sheets, IReadOnlyList<string> Strangers, string ContentSha256);

    public static Result Read(IReadOnlyList<SubmissionFile> files, IProgress<CheckProgress>? progress, CancellationToken cancel)
    {
        var sheets = new List<Sheet>();
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<SubmissionFile>(ReferenceEqualityComparer.Instance);
        foreach (var spec in SpecificationTables.All)
        {
            cancel.ThrowIfCancellationRequested();
            var file = files.FirstOrDefault(file => file.Name == spec.Name + ".csv");
            if (file is null)
            {
                sheets.Add(new Sheet(spec, null));
                continue;
            }

            taken.Add(file);
            var (sheet, hash) = Read(spec, file, cancel);
            sheets.Add(sheet);
            if (spec != SpecificationTables.Submission)
            {
                hashes[file.Name] = hash;
            }

            progress?.Report(new CheckProgress(spec.Name, sheets.Count, SpecificationTables.All.Count));
        }

        foreach (var sheet in sheets)
        {
            sheet.Parent = sheets.Find(other => other.Name == sheet.ParentKey?.Field.Parent);
        }

        var strangers = files.Where(file => !taken.Contains(file)).Select(file => file.Name).Order(StringComparer.Ordinal).ToList();
        return new Result(sheets, strangers, ContentHash.Of(hashes));
    }

    static (Sheet Sheet, string Hash) Read(TableSpec spec, SubmissionFile file, CancellationToken cancel)
    {
        using var bytes = file.Open();
        using var hashed = new HashingStream(bytes);
        var csv = CsvReader.Read(hashed, [.. spec.Fields.Select(field => field.Csv)], null, cancel);
        return (new Sheet(spec, csv), hashed.Finish(cancel));
    }
}
