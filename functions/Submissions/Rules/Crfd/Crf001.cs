using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Crfd;

/// <summary>Outside its spell or after the period's end, end before start or before the period's start.</summary>
sealed class Crf001 : IRule
{
    public string Id => "CRF001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var (start, end) = (sheet["StartDate"], sheet["EndDate"]);
        var spell = new Within(sheet, "StartDateHospProvSpell", "DischDateHospProvSpell", "spell");
        for (var row = 0; row < sheet.Rows; row++)
        {
            _ = Stretch.ReportStart(row, start, all, found) || Stretch.ReportEnd(row, start, end, all, found)
                || spell.Report(row, start, found) || spell.Report(row, end, found);
        }
    }
}
