using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>A file that is no table of the specification; the nearest name is given.</summary>
sealed class Sub011 : ISubmissionRule
{
    public string Id => "SUB011";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        foreach (var file in all.Strangers)
        {
            var name = Shape.MaskedDateless(file);
            if (all.All.Any(sheet => sheet.FileName == file))
            {
                found.Add("", $"; a table is sent once", file: name);
            }
            else
            {
                found.Add("", $"; the nearest name is {SpellingDistance.Nearest(Stem(file), SpecificationTables.All.Select(table => table.Name))}.csv", file: name);
            }
        }
    }

    static string Stem(string file) => Path.GetFileNameWithoutExtension(file).ToLowerInvariant();
}
