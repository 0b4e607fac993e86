using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;
using Homeward.Submissions.Specification;

namespace Homeward.Submissions.Rules.General;

/// <summary>Reports the rows whose value has a class: GEN003, GEN004 and GEN007 are the same look at different values.</summary>
sealed class ValueRule(string id, ValueClass looksFor, Func<Field, bool> judges) : IRule
{
    public static ValueRule Gen003 { get; } = new("GEN003", ValueClass.Invalid, field => field.Kind == FieldKind.Code);

    public static ValueRule Gen004 { get; } = new("GEN004", ValueClass.Default, _ => true);

    public static ValueRule Gen007 { get; } = new("GEN007", ValueClass.Invalid, field =>
        field.Kind is FieldKind.Organisation or FieldKind.Site or FieldKind.OrganisationOrSite or FieldKind.Practice);

    public static ValueRule Wst005 { get; } = new("WST005", ValueClass.Other, field => field.Codes == Homeward.Reference.CodeList.BedClass);

    public string Id => id;

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        foreach (var column in sheet.Columns.Where(column => judges(column.Field) && column.Classes is { } classes && classes.Contains(looksFor)))
        {
            var classes = column.Classes!;
            var codes = column.Text.Codes;
            for (var row = 0; row < codes.Length; row++)
            {
                if (codes[row] >= 0 && classes[codes[row]] == looksFor)
                {
                    found.At(row, column);
                }
            }
        }
    }
}
