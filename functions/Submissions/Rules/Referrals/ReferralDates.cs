using Homeward.Submissions.Checking.Found;
using Homeward.Submissions.Checking.Sheets;

namespace Homeward.Submissions.Rules.Referrals;

/// <summary>Received after the period's end.</summary>
sealed class Ref001 : IRule
{
    public string Id => "REF001";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var received = sheet["ReferralRequestReceivedDate"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (received.TryDay(row, out var day) && day > all.End)
            {
                found.At(row, received, $"{new Day(all.End)}");
            }
        }
    }
}

/// <summary>ServDischDate before the received date or before the period's start.</summary>
sealed class Ref002 : IRule
{
    public string Id => "REF002";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var received = sheet["ReferralRequestReceivedDate"];
        var discharged = sheet["ServDischDate"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (!discharged.TryDay(row, out var end))
            {
                continue;
            }

            if (received.TryDay(row, out var start) && end < start)
            {
                found.At(row, discharged, $"before ReferralRequestReceivedDate ({new Day(start)})");
            }
            else if (end < all.Start)
            {
                found.At(row, discharged, $"before the period starts ({new Day(all.Start)})");
            }
        }
    }
}

/// <summary>ServDischDate after the period's end.</summary>
sealed class Ref003 : IRule
{
    public string Id => "REF003";

    public void Judge(Sheet sheet, SubmissionSheets all, RuleFindings found)
    {
        var discharged = sheet["ServDischDate"];
        for (var row = 0; row < sheet.Rows; row++)
        {
            if (discharged.TryDay(row, out var end) && end > all.End)
            {
                found.At(row, discharged, $"{new Day(all.End)}");
            }
        }
    }
}
