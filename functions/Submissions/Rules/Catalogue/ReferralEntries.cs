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
            Example = new("referrals", "ServiceRequestID,ReferralRequestReceivedDate", "R1,2025-09-03", "R1,2025-08-03"),
        },
        new("REF002", Severity.Record, ["referrals"], "Discharged too early")
        {
            Message = "{field} is {value}, {detail}: correct the date, or leave out a referral that closed before the month.",
            Cause = "ServDischDate lies before the received date, or before the first day of the period.",
            Why = "A referral that closed before the month is not part of it, and none can close before it is received.",
            Fix = "Correct the date that is wrong. Leave out referrals that closed in an earlier month.",
            Example = new("referrals", "ServiceRequestID,ReferralRequestReceivedDate,ServDischDate", "R1,2025-08-03,2025-08-01", "R1,2025-08-01,2025-08-03"),
        },
        new("REF003", Severity.Record, ["referrals"], "Discharged after the period")
        {
            Message = "{field} is {value}, after the period ends ({detail}): leave it blank while the referral is open at the period's end.",
            Cause = "ServDischDate lies after the last day of the period.",
            Why = "A submission describes the month as it stood at its end; a date that lies ahead is a plan, not an event.",
            Fix = "Leave ServDischDate blank, and send it with the month in which it falls.",
            Example = new("referrals", "ServiceRequestID,ServDischDate", "R1,2025-09-12", "R1,"),
        },
        new("REF004", Severity.Warning, ["referrals"], "Placement without a sender")
        {
            Message = "ReasonOAT is given, but {field} is blank: the placement counts as sent by UNKNOWN; give the sender's code.",
            Cause = "ReasonOAT is given and OrgIDReferringOrg is blank. The placement counts with sender UNKNOWN.",
            Why = "Nobody can bring a person home whose home provider is not known, and no provider's figures show the placement.",
            Fix = "Give the ODS code of the provider that sent the person in OrgIDReferringOrg.",
            Example = new("referrals", "ServiceRequestID,OrgIDReferringOrg,ReasonOAT", "R1,,10", "R1,RYK,10"),
        },
        new("REF005", Severity.Warning, ["referrals"], "Placement without a spell")
        {
            Message = "{field} is given, but the referral has no spell, so it is not counted as a placement: send the spell, or leave the reason blank.",
            Cause = "ReasonOAT is given, and spells.csv has no spell of the referral.",
            Why = "A placement is counted by its nights in hospital; without a spell there are none.",
            Fix = "Send the spell. Where the person was not admitted, leave ReasonOAT blank.",
            Example = new("referrals", "ServiceRequestID,ReasonOAT", "R3,10", "R3,"),
        },
    ];
}
