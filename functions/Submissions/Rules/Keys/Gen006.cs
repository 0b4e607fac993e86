using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Keys;

/// <summary>Parent missing or rejected; names the row that started it, however far up it is.</summary>
/// <remarks>Where the parent's file is absent or broken off, SUB005 or SUB006 says so once, and a parent that is not found is no finding.</remarks>
sealed class Gen006 : IRule
{
    public string Id => "GEN006";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        if (sheet.Parent is not { } parent)
        {
            return;
        }

        var reference = sheet.ParentKey!;
        var known = IsKnown(parent);
        for (var row = 0; row < sheet.Rows; row++)
        {
            var above = sheet.ParentRows[row];
            if (above >= 0 ? parent.Rejected[above] : known && !reference.Values.IsNull(row))
            {
                found.At(row, reference, $"{new Plain(Root(sheet, row))}");
            }
        }
    }

    /// <summary>True where every parent that there is was read.</summary>
    static bool IsKnown(Sheet parent) => parent.Sent ? parent.Whole && parent.Key!.Given : !parent.Spec.Mandatory;

    /// <summary>What the cascade starts from.</summary>
    static string Root(Sheet sheet, int row)
    {
        while (sheet.Parent is { } parent)
        {
            var above = sheet.ParentRows[row];
            if (above < 0)
            {
                return sheet.ParentKey!.Text[row] is { } key
                    ? $"{sheet.ParentKey.Field.Name} {Shape.MaskedKey(key)} is not in {parent.FileName}"
                    : Name(sheet, row);
            }

            if (!parent.Rejected[above])
            {
                break;
            }

            (sheet, row) = (parent, above);
        }

        return Name(sheet, row);
    }

    static string Name(Sheet sheet, int row) =>
        $"{sheet.Key!.Field.Name} {ShownValue.KeyOf(sheet, row)} on line {sheet.Lines[row]} of {sheet.FileName} is rejected";
}
