using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Rules.Catalogue;

static class ReferralEntries
{
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        new("REF001", Severity.Record, ["referrals"], "Received after the period")
        {
            Message = "{field} is {value}, after the period ends ({detail}): correct the date, or send the referral with its own month.",
            Cause = "ReferralRequestReceivedDate lies after the last day of the period.",
            Why = "A referral belongs to the month in which it is received, and to the months after.",
            Fix = "Correct the date. A referral received in a later month is sent with that month.",
            Example = new("referrals", "ServiceRequestID,ReferralRequestReceivedDate", "R001,2025-09-03", "R001,2025-08-03"),
        },
        new("REF002", Severity.Record, ["referrals"], "Discharged too early")
        {
            Message = "{field} is {value}, {detail}: correct the date, or leave out a referral that closed before the month.",
            Cause = "ServDischDate lies before the received date, or before the first day of the period.",
            Why = "A referral that closed before the month is not part of it, and none can close before it is received.",
            Fix = "Correct the date that is wrong. Leave out referrals that closed in an earlier month.",
            Example = new("referrals", "ServiceRequestID,ReferralRequestReceivedDate,ServDischDate", "R001,2025-08-03,2025-08-01", "R001,2025-08-01,2025-08-03"),
        },
        new("REF003", Severity.Record, ["referrals"], "Discharged after the period")
        {
            Message = "{field} is {value}, after the period ends ({detail}): leave it blank while the referral is open at the period's end.",
            Cause = "ServDischDate lies after the last day of the period.",
            Why = "A submission describes the month as it stood at its end; a date that lies ahead is a plan, not an event.",
            Fix = "Leave ServDischDate blank, and send it with the month in which it falls.",
            Example = new("referrals", "ServiceRequestID,ServDischDate", "R001,2025-09-12", "R001,"),
        },
    ];
}
