using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>A mandatory table has a header and no rows. The manifest's one row is SUB001's.</summary>
sealed class Sub009 : ISubmissionRule
{
    public string Id => "SUB009";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        foreach (var sheet in all.All.Where(sheet => sheet is { Key: not null, Spec.Mandatory: true, Whole: true, Rows: 0 }))
        {
            found.Add(sheet.Name, $"");
        }
    }
}
