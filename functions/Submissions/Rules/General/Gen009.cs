using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.General;

/// <summary>Column not in the specification: ignored, once per column. A header may be a row of data, so its texts are masked.</summary>
sealed class Gen009 : ISubmissionRule
{
    public string Id => "GEN009";

    public void Judge(SubmissionSheets all, FileFindings found)
    {
        foreach (var sheet in all.All.Where(sheet => sheet.Sent))
        {
            foreach (var header in sheet.Csv!.UnknownHeaders)
            {
                found.Add(sheet.Name, $"", line: 1, field: Shape.MaskedDateless(header));
            }
        }
    }
}
