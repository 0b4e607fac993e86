using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Restrictive;

/// <summary>IncidentDate outside its ward stay or the period.</summary>
sealed class Res001 : IRule
{
    public string Id => "RES001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var date = sheet["IncidentDate"];
        var stay = new Within(sheet, "StartDateWardStay", "EndDateWardStay", "ward stay");
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (date.TryDay(row, out var day) && day < all.Start)
            {
                found.At(row, date, $"before the period starts ({new Day(all.Start)})");
                continue;
            }

            _ = Stretch.ReportStart(row, date, all, found) || stay.Report(row, date, found);
        }
    }
}
