using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Rules.General;

/// <summary>Wrong type or format. An NHS number is PAT001's.</summary>
sealed class Gen002 : IRule
{
    public string Id => "GEN002";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        foreach (var column in sheet.Columns.Where(column => column.Field.Kind != FieldKind.NhsNumber))
        {
            if (column.Unparsable is { } unparsable)
            {
                Report(row => unparsable[row], sheet, column, found);
            }
            else if (column.Classes is { } classes && classes.Contains(ValueClass.Malformed))
            {
                Report(row => column.ClassAt(row) == ValueClass.Malformed, sheet, column, found);
            }
            else if (column.Field.Minimum is { } minimum && column.Given)
            {
                var numbers = column.Integer;
                Report(row => !numbers.IsNull(row) && numbers.Values[row] < minimum, sheet, column, found);
            }
            else if (column.Field.Only is { } only && column.Given)
            {
                Report(row => column.Text[row] is { } text && text != only, sheet, column, found);
            }
        }
    }

    static void Report(Func<int, bool> isWrong, Sheet sheet, SheetColumn column, RuleFindings found)
    {
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (isWrong(row))
            {
                found.At(row, column, $"{new Plain(Formats.Expected(column.Field))}");
            }
        }
    }
}
