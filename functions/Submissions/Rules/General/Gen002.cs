using System.Globalization;
using System.Text;
using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Rules.General;

/// <summary>Wrong type or format. An NHS number is PAT001's; as an amount or a count it is of the wrong type.</summary>
sealed class Gen002 : IRule
{
    const int TenDigits = 1_000_000_000;
    const string NoNhsNumber = ", and no NHS number";

    public string Id => "GEN002";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        foreach (var column in sheet.Columns.Where(column => column.Given && column.Field.Kind != FieldKind.NhsNumber))
        {
            if (column.Unparsable is { } unparsable)
            {
                Report(row => unparsable[row], "", sheet, column, found);
            }

            if (column.Classes is { } classes && classes.Contains(ValueClass.Malformed))
            {
                Report(row => column.ClassAt(row) == ValueClass.Malformed, "", sheet, column, found);
            }

            if (column.Field.Only is { } only)
            {
                Report(row => column.Text[row] is { } text && text != only, "", sheet, column, found);
            }

            if (column.Field.Minimum is { } minimum && column.Integer.Values.AsSpan().ContainsAnyInRange(int.MinValue, minimum - 1))
            {
                Report(row => column.Integer[row] < minimum, "", sheet, column, found);
            }

            if (column.Values is Int32Column whole && whole.Values.AsSpan().ContainsAnyInRange(TenDigits, int.MaxValue))
            {
                Report(row => whole[row] is { } number && IsNhsNumber(number), NoNhsNumber, sheet, column, found);
            }

            if (column.Values is DecimalColumn amounts && amounts.Values.AsSpan().ContainsAnyInRange(100L * TenDigits, long.MaxValue))
            {
                Report(row => amounts[row] is { } cents && cents % 100 == 0 && IsNhsNumber(cents / 100), NoNhsNumber, sheet, column, found);
            }
        }
    }

    static bool IsNhsNumber(long number) => number >= TenDigits && NhsNumber.IsValid(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));

    static void Report(Func<int, bool> isWrong, string besides, Sheet sheet, SheetColumn column, RuleFindings found)
    {
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (isWrong(row))
            {
                found.At(row, column, $"{new Plain(Formats.Expected(column.Field) + besides)}");
            }
        }
    }
}
