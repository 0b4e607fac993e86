using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Rules.General;

/// <summary>Mandatory field blank. A column that is not there at all is SUB005's, not every row's.</summary>
sealed class Gen001 : IRule
{
    public string Id => "GEN001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        foreach (var column in sheet.Columns.Where(column => column.Field.Need == Need.Mandatory && column.Given && column.Values.NullCount > 0))
        {
            for (var row = 0; row < sheet.Rows; row++)
            {
                if (column.IsBlank(row))
                {
                    found.At(row, column);
                }
            }
        }
    }
}
