using Homeward.Columns.Csv;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Checking.Reading;

/// <summary>Opens the files of a submission, each once: bytes → columns and a hash.</summary>
static class SheetReading
{
    /// <param name="Strangers">Files that are no table, or a table given twice; by name.</param>
    public sealed record Result(IReadOnlyList<Sheet> Sheets, IReadOnlyList<string> Strangers, IReadOnlyDictionary<string, JudgedContent> Files)
    {
        public string ContentSha256 => ContentHash.Of(Files.Where(file => file.Key != SpecificationTables.Submission.Name + ".csv").Select(file => KeyValuePair.Create(file.Key, file.Value.Sha256)));
    }

    public static Result Read(IReadOnlyList<SubmissionFile> files, IProgress<CheckProgress>? progress, CancellationToken cancel)
    {
        var sheets = new List<Sheet>();
        var contents = new SortedDictionary<string, JudgedContent>(StringComparer.Ordinal);
        var taken = new HashSet<SubmissionFile>(ReferenceEqualityComparer.Instance);
        var tables = SpecificationTables.All.Select(spec => files.FirstOrDefault(file => file.Name == spec.Name + ".csv")).OfType<SubmissionFile>().ToList();
        var told = new ReadingProgress(progress, tables.TrueForAll(file => file.Length is not null) ? tables.Sum(file => file.Length) : null);
        foreach (var spec in SpecificationTables.All)
        {
            told.Begin(spec);
            cancel.ThrowIfCancellationRequested();
            var file = tables.Find(file => file.Name == spec.Name + ".csv");
            if (file is null)
            {
                sheets.Add(new Sheet(spec, null));
                told.End();
                continue;
            }

            taken.Add(file);
            var (sheet, content) = Read(spec, file, told, cancel);
            sheets.Add(sheet);
            contents[file.Name] = content;
            told.End();
        }

        foreach (var sheet in sheets)
        {
            sheet.Parent = sheets.Find(other => other.Name == sheet.ParentKey?.Field.Parent);
        }

        var strangers = files.Where(file => !taken.Contains(file)).Select(file => file.Name).Order(StringComparer.Ordinal).ToList();
        return new Result(sheets, strangers, contents);
    }

    static (Sheet Sheet, JudgedContent Content) Read(TableSpec spec, SubmissionFile file, ReadingProgress told, CancellationToken cancel)
    {
        using var bytes = file.Open();
        using var hashed = new HashingStream(bytes, told.Advance);
        var csv = CsvReader.Read(hashed, [.. spec.Fields.Select(field => field.Csv)], null, cancel);
        return (new Sheet(spec, csv), hashed.Finish(cancel));
    }
}
