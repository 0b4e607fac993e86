using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>A file arrived or changed after the submission was judged; only the storage can tell, so the caller says which.</summary>
sealed class Sub010 : ISubmissionRule
{
    public string Id => "SUB010";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        foreach (var file in all.Context.LateFiles.Order(StringComparer.Ordinal))
        {
            found.Add("", $"", file: Shape.MaskedDateless(file));
        }
    }
}
