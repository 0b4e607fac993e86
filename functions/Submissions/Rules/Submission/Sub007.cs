using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>More than 20 % and more than 10 of the rows of a mandatory table rejected (both configurable).</summary>
sealed class Sub007 : ISubmissionRule
{
    public string Id => "SUB007";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        var settings = all.Reference.Settings;
        foreach (var sheet in all.All.Where(sheet => sheet.Spec.Mandatory))
        {
            var rejected = sheet.Rejected.Count();
            if (rejected > settings.RejectionRows && rejected > settings.RejectionShare * sheet.Rows)
            {
                found.Add(sheet.Name, $"{rejected:N0} of {sheet.Rows:N0}");
            }
        }
    }
}
