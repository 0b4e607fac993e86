using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules;

/// <summary>A date that must lie within the dates of its parent row, both ends included; an open parent has no end.</summary>
sealed class Within(Sheet sheet, string startField, string endField, string what)
{
    readonly SheetColumn parentStart = sheet.Parent![startField];
    readonly SheetColumn parentEnd = sheet.Parent[endField];

    /// <summary>Reports the row and returns true where the date lies outside; a parent that does not stand is GEN006's.</summary>
    public bool Report(int row, SheetColumn date, RuleFindings found)
    {
        var parent = sheet.StandingParent(row);
        if (parent < 0 || !date.TryDay(row, out var day))
        {
            return false;
        }

        if (parentStart.TryDay(parent, out var first) && day < first)
        {
            found.At(row, date, $"before its {new Plain(what)} starts ({new Day(first)})");
            return true;
        }

        if (parentEnd.TryDay(parent, out var last) && day > last)
        {
            found.At(row, date, $"after its {new Plain(what)} ends ({new Day(last)})");
            return true;
        }

        return false;
    }
}
