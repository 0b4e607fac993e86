using Homeward.Columns;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Patients;

/// <summary>Birth date after the period's end, or age over 130.</summary>
sealed class Pat003 : IRule
{
    const int Oldest = 130;

    public string Id => "PAT003";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var born = sheet["PersonBirthDate"];
        var tooOld = DateColumn.Days(DateColumn.Date(all.End).AddYears(-Oldest - 1));
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (!born.TryDay(row, out var day))
            {
                continue;
            }

            if (day > all.End)
            {
                found.At(row, born, $"lies after the period ends");
            }
            else if (day <= tooOld)
            {
                found.At(row, born, $"makes the person older than {Oldest}");
            }
        }
    }
}
