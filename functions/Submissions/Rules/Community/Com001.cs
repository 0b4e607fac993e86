using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Community;

/// <summary>Start after the period's end; end before start, before the period's start or after its end.</summary>
sealed class Com001 : IRule
{
    public string Id => "COM001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var (start, end) = (sheet["StartDate"], sheet["EndDate"]);
        for (var row = 0; row < sheet.Rows; row++)
        {
            _ = Stretch.ReportStart(row, start, all, found) || Stretch.ReportEnd(row, start, end, all, found);
        }
    }
}
