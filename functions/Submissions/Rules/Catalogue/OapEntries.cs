using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Rules.Catalogue;

static class OapEntries
{
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        new("OAP001", Severity.Record, ["oaps"], "Dates of the placement impossible")
        {
            Message = "{field} is {value}, {detail}: correct the date; leave the end blank while the placement is open, and leave out placements that ended before the month.",
            Cause = "StartDateOAP lies after the period, or EndDateOAP lies before the start, before the period or after it.",
            Why = "Nights away from home and active placements are counted from these dates.",
            Fix = "Correct the date that is wrong. Leave EndDateOAP blank while the person is still away; leave out placements that ended in an earlier month.",
            Example = new("oaps", "OAPID,StartDateOAP,EndDateOAP,EndReason", "O1,2025-08-21,2025-08-20,REP", "O1,2025-08-20,2025-08-21,REP"),
        },
        new("OAP002", Severity.Warning, ["oaps"], "Open here, discharged there")
        {
            Message = "The placement is open, but the receiver's spell has ended: find out where the person is, and send the end of the placement.",
            Cause = "The placement is open in oaps, and the spell of the receiver that matches it is discharged.",
            Why = "The person may be home, or may have been moved on without the sender's knowledge.",
            Fix = "Ask the receiver, then send EndDateOAP and EndReason.",
            Example = new("oaps", "OAPID,EndDateOAP,EndReason", "O1,,", "O1,2025-08-29,REP"),
            Regional = true,
        },
        new("OAP003", Severity.Warning, ["oaps"], "Not out of the natural flow")
        {
            Message = "The receiving site is within the person's natural clinical flow: check whether this is an out of area placement.",
            Cause = "The receiving site is listed as local for the person's home and the service line.",
            Why = "A stay in a local bed is no out of area placement, whoever runs the bed.",
            Fix = "Leave the row out where the bed is local. Where it is not, ask the collaborative to correct the natural flow.",
            Example = new("oaps", "OAPID,SiteIDReceiving", "O1,RWR02", "O1,RYK01"),
            Regional = true,
        },
        new("OAP004", Severity.Warning, ["oaps"], "The receiver tells it otherwise")
        {
            Message = "The receiver's submission does not agree with this placement: compare dates and reason with the receiver.",
            Cause = "The receiver submitted for the month and has no placement of this person and sender that matches this one, or its start or end differs by more than one day, or its reason differs. An end that only the receiver has is OAP002; a reason that the receiver does not know is no difference.",
            Why = "The region's figures take the receiver's dates where both sides report; one of the two is wrong.",
            Fix = "Compare with the receiver, and correct the side that is wrong.",
            Example = new("oaps", "OAPID,StartDateOAP", "O1,2025-08-14", "O1,2025-08-21"),
            Regional = true,
        },
        new("OAP005", Severity.Warning, ["oaps"], "Repatriated, but not seen at home")
        {
            Message = "EndReason is REP, but no stay in a local bed begins within a day: check the end reason and the date.",
            Cause = "EndReason says repatriated to a local bed, and no submission has a stay of the person in a local bed that begins within one day of the end. A stay of unknown home counts as local.",
            Why = "A repatriation that did not happen would be counted as a success.",
            Fix = "Correct EndReason or EndDateOAP; or ask the home provider for the missing stay.",
            Example = new("oaps", "OAPID,EndDateOAP,EndReason", "O1,2025-08-29,REP", "O1,2025-08-29,DIS"),
            Regional = true,
        },
        new("OAP006", Severity.Record, ["oaps"], "Sent by somebody else")
        {
            Message = "{field} is {value}, which is neither {detail} nor one of its sites: oaps lists your own people placed elsewhere.",
            Cause = "OrgIDSending is neither the provider of the submission nor one of its sites.",
            Why = "oaps is the sender's own list; another sender's placements would be counted twice.",
            Fix = "List only people that your organisation has sent. People sent to you are told by ReasonOAT in referrals.",
            Example = new("oaps", "OAPID,OrgIDSending", "O1,RYK", "O1,RWR"),
        },
        new("OAP007", Severity.Warning, ["ward_stays"], "Far from home, and nobody says so")
        {
            Message = "The stay is out of the natural flow, open at the period's end, and recorded as a placement on neither side: record the placement, or correct home and bed.",
            Cause = "An open stay of one of the collaborative's people is out of flow, and neither its referral has a ReasonOAT nor any provider lists the person in oaps as placed there at that time.",
            Why = "These are the people whom no list shows and whom nobody brings home.",
            Fix = "Record ReasonOAT on the referral and the placement in oaps; or correct the home postcode or the site.",
            Example = new("referrals", "ServiceRequestID,ReasonOAT", "R1,", "R1,10"),
            Regional = true,
        },
    ];
}
