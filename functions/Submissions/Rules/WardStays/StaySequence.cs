using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.WardStays;

/// <summary>Ward stays of one spell overlap: the stay that starts before an earlier one has ended.</summary>
sealed class Wst003 : IRule
{
    public string Id => "WST003";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var start = sheet["StartDateWardStay"];
        var end = sheet["EndDateWardStay"];
        var before = sheet.Once(StayOrder.Before);
        for (var row = 0; row < before.Length; row++)
        {
            if (before[row] is >= 0 and var other && StayOrder.End(end, other) > start.Date.Values[row])
            {
                found.At(row, start, $"{sheet.Key!.Text[other]} on line {sheet.Lines[other]}");
            }
        }
    }
}

/// <summary>A gap of more than one day between consecutive ward stays.</summary>
sealed class Wst004 : IRule
{
    public string Id => "WST004";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var start = sheet["StartDateWardStay"];
        var end = sheet["EndDateWardStay"];
        var before = sheet.Once(StayOrder.Before);
        for (var row = 0; row < before.Length; row++)
        {
            if (before[row] is >= 0 and var other && end.TryDay(other, out var last) && start.Date.Values[row] - last > 1)
            {
                found.At(row, start, $"{sheet.Key!.Text[other]} on line {sheet.Lines[other]}, which ended on {new Day(last)}");
            }
        }
    }
}
