using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Referrals;

/// <summary>ReasonOAT given, OrgIDReferringOrg blank: sender UNKNOWN.</summary>
sealed class Ref004 : IRule
{
    public string Id => "REF004";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var reason = sheet["ReasonOAT"].Values;
        var sender = sheet["OrgIDReferringOrg"];
        for (var row = 0; reason.NullCount < sheet.Rows && row < sheet.Rows; row++)
        {
            if (!reason.IsNull(row) && sender.IsBlank(row))
            {
                found.At(row, sender);
            }
        }
    }
}

/// <summary>ReasonOAT given, no spell. A spell that was sent and is rejected is that spell's fault, not the referral's.</summary>
sealed class Ref005 : IRule
{
    public string Id => "REF005";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var spells = all["spells"];
        var reason = sheet["ReasonOAT"];
        if (!spells.Whole || reason.Values.NullCount == sheet.Rows)
        {
            return;
        }

        var admitted = Children.Of(sheet, spells);
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (!reason.IsBlank(row) && !admitted[row])
            {
                found.At(row, reason);
            }
        }
    }
}
