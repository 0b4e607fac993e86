using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Rules.Patients;

namespace Homeward.Submissions.Rules.Submission;

/// <summary>PAT006 on more than 5 % of patients.</summary>
sealed class Sub012 : ISubmissionRule
{
    const double Share = 0.05;

    public string Id => "SUB012";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        var patients = all["patients"];
        var rows = Pat006.Count(patients);
        if (rows > Share * patients.Rows)
        {
            found.Add(patients.Name, $"{rows} of {patients.Rows}");
        }
    }
}
