using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Spells;

/// <summary>Spell without a ward stay. A stay that was sent and is rejected is that stay's fault, not the spell's.</summary>
sealed class Spl003 : IRule
{
    public string Id => "SPL003";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var stays = all["ward_stays"];
        if (!stays.Whole)
        {
            return;
        }

        var onWard = Children.Of(sheet, stays);
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (!onWard[row])
            {
                found.At(row, sheet.Key);
            }
        }
    }
}

/// <summary>A person with more than one open spell at the period's end: every one but the first to start.</summary>
sealed class Spl004 : IRule
{
    public string Id => "SPL004";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var referrals = sheet.Parent!;
        var start = sheet["StartDateHospProvSpell"];
        var end = sheet["DischDateHospProvSpell"];
        var earliest = new int[referrals.Parent!.Rows];
        Array.Fill(earliest, -1);
        var extra = false;
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (OpenFor(row) is not (>= 0 and var person))
            {
                continue;
            }

            extra |= earliest[person] >= 0;
            if (earliest[person] < 0 || start.Date.Values[row] < start.Date.Values[earliest[person]])
            {
                earliest[person] = row;
            }
        }

        for (var row = 0; extra && row < sheet.Rows; row++)
        {
            if (OpenFor(row) is >= 0 and var person && earliest[person] != row)
            {
                found.At(row, end, $"{sheet.Key!.Text[earliest[person]]} on line {sheet.Lines[earliest[person]]}");
            }
        }

        // The patients row of a spell that stands and is open; -1 for others.
        int OpenFor(int row) => sheet.Rejected[row] || !end.IsBlank(row) || sheet.ParentRows[row] is not (>= 0 and var referral)
            ? -1
            : referrals.ParentRows[referral];
    }
}

/// <summary>Discharged without method or destination.</summary>
sealed class Spl005 : IRule
{
    public string Id => "SPL005";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var end = sheet["DischDateHospProvSpell"];
        var method = sheet["MethOfDischMHHospProvSpell"];
        var destination = sheet["DestOfDischHospProvSpell"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (end.TryDay(row, out _) && (method.IsBlank(row) || destination.IsBlank(row)))
            {
                found.At(row, method.IsBlank(row) ? method : destination);
            }
        }
    }
}
