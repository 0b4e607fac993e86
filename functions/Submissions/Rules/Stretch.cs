using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules;

/// <summary>Something that begins and ends: it never begins after the period, nor ends before it began, before the period or after it.</summary>
static class Stretch
{
    /// <summary>Reports the row and returns true where the date lies after the period.</summary>
    public static bool ReportStart(int row, SheetColumn date, SubmissionSheets all, RuleFindings found)
    {
        if (!date.TryDay(row, out var day) || day <= all.End)
        {
            return false;
        }

        found.At(row, date, $"after the period ends ({new Day(all.End)})");
        return true;
    }

    /// <summary>Reports the row and returns true where the end is at fault.</summary>
    public static bool ReportEnd(int row, SheetColumn start, SheetColumn end, SubmissionSheets all, RuleFindings found)
    {
        if (!end.TryDay(row, out var last))
        {
            return false;
        }

        if (start.TryDay(row, out var first) && last < first)
        {
            found.At(row, end, $"before {start.Field.Name} ({new Day(first)})");
        }
        else if (last < all.Start)
        {
            found.At(row, end, $"before the period starts ({new Day(all.Start)})");
        }
        else if (last > all.End)
        {
            found.At(row, end, $"after the period ends ({new Day(all.End)})");
        }
        else
        {
            return false;
        }

        return true;
    }
}
