using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.WardStays;

/// <summary>Start outside its spell. An open spell is known until the period's end, so a start after that is outside it too.</summary>
sealed class Wst001 : IRule
{
    public string Id => "WST001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var start = sheet["StartDateWardStay"];
        var spellStart = sheet.Parent!["StartDateHospProvSpell"];
        var spellEnd = sheet.Parent["DischDateHospProvSpell"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (!start.TryDay(row, out var day))
            {
                continue;
            }

            var spell = sheet.StandingParent(row);
            if (day > all.End)
            {
                found.At(row, start, $"after the period ends ({new Day(all.End)})");
            }
            else if (spell >= 0 && spellStart.TryDay(spell, out var first) && day < first)
            {
                found.At(row, start, $"before its spell starts ({new Day(first)})");
            }
            else if (spell >= 0 && spellEnd.TryDay(spell, out var last) && day > last)
            {
                found.At(row, start, $"after its spell ends ({new Day(last)})");
            }
        }
    }
}

/// <summary>End before start, outside its spell or outside the period.</summary>
sealed class Wst002 : IRule
{
    public string Id => "WST002";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var start = sheet["StartDateWardStay"];
        var end = sheet["EndDateWardStay"];
        var spellStart = sheet.Parent!["StartDateHospProvSpell"];
        var spellEnd = sheet.Parent["DischDateHospProvSpell"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (Stretch.ReportEnd(row, start, end, all, found) || !end.TryDay(row, out var day))
            {
                continue;
            }

            var spell = sheet.StandingParent(row);
            if (spell >= 0 && spellEnd.TryDay(spell, out var last) && day > last)
            {
                found.At(row, end, $"after its spell ends ({new Day(last)})");
            }
            else if (spell >= 0 && spellStart.TryDay(spell, out var first) && day < first)
            {
                found.At(row, end, $"before its spell starts ({new Day(first)})");
            }
        }
    }
}
