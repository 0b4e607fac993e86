using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Spells;

/// <summary>Start after the period's end.</summary>
sealed class Spl001 : IRule
{
    public string Id => "SPL001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var start = sheet["StartDateHospProvSpell"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (start.TryDay(row, out var day) && day > all.End)
            {
                found.At(row, start, $"{new Day(all.End)}");
            }
        }
    }
}

/// <summary>Discharge before start, before the period's start or after its end.</summary>
sealed class Spl002 : IRule
{
    public string Id => "SPL002";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var start = sheet["StartDateHospProvSpell"];
        var discharge = sheet["DischDateHospProvSpell"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            Stretch.ReportEnd(row, start, discharge, all, found);
        }
    }
}
