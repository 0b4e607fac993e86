using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Rules.Catalogue;

static class OtherTableEntries
{
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        new("REV001", Severity.Warning, ["reviews"], "Review of nothing that is known")
        {
            Message = "The review cannot be tied to a stay or a placement, since {detail}: give the id of the spell or of the placement.",
            Cause = "Neither HospProvSpellID nor OAPID is given, or the one given is not in the submission. A spell of another provider, named in OrgIDSpell, is not looked up.",
            Why = "Whether a placement was reviewed in time is told by this tie.",
            Fix = "Give HospProvSpellID (with OrgIDSpell where it is another provider's) or OAPID.",
            Example = new("reviews", "ReviewID,HospProvSpellID,OAPID", "V1,,", "V1,,O1"),
        },
        new("REV002", Severity.Record, ["reviews"], "Reviewed after the period")
        {
            Message = "{field} is {value}, {detail}: send the review with its own month; a planned one goes into NextReviewDue.",
            Cause = "ReviewDate lies after the last day of the period.",
            Why = "A review that has not happened must not count as one that has.",
            Fix = "Send reviews of later months with those months. Put planned reviews into NextReviewDue.",
            Example = new("reviews", "ReviewID,ReviewDate", "V1,2025-09-11", "V1,2025-08-28"),
        },
        new("REQ001", Severity.Record, ["requests", "offers"], "Answered before it was asked")
        {
            Message = "{field} is {value}, before {detail}: correct the time that is wrong.",
            Cause = "OutcomeDateTime lies before ReceivedDateTime (requests), or AnswerDateTime before AskedDateTime (offers).",
            Why = "Hours from request to bed are worked out from these times.",
            Fix = "Correct the time. A missing offset from UTC is read as London time.",
            Example = new("requests", "RequestID,ReceivedDateTime,OutcomeDateTime", "Q1,2025-08-06T10:00:00Z,2025-08-05T11:00:00Z", "Q1,2025-08-05T11:00:00Z,2025-08-06T10:00:00Z"),
        },
        new("CRF001", Severity.Record, ["crfd"], "Outside its spell or the period")
        {
            Message = "{field} is {value}, {detail}: correct the date, or leave the end blank while the delay goes on.",
            Cause = "A date lies outside the spell or after the period, or the end lies before the start or before the period.",
            Why = "Days of delay are counted from these dates.",
            Fix = "Correct the date. Leave EndDate blank while the person still waits; leave out delays that ended in an earlier month.",
            Example = new("crfd", "CRFDID,StartDate", "C1,2025-08-05", "C1,2025-08-15"),
        },
        new("COM001", Severity.Record, ["community"], "Caseload dates impossible")
        {
            Message = "{field} is {value}, {detail}: correct the date, or leave the end blank while the person is on the caseload.",
            Cause = "StartDate lies after the period, or EndDate lies before the start, before the period or after it.",
            Why = "The caseload at the period's end is counted from these dates.",
            Fix = "Correct the date. Leave EndDate blank while the person is on the caseload; leave out people who left it in an earlier month.",
            Example = new("community", "CaseloadID,StartDate", "L1,2025-09-01", "L1,2025-08-01"),
        },
        new("RES001", Severity.Record, ["restrictive"], "Outside its ward stay or the period")
        {
            Message = "{field} is {value}, {detail}: correct the date or the ward stay.",
            Cause = "IncidentDate lies outside the dates of its ward stay, or outside the period.",
            Why = "Incidents are set against the bed days of the same month.",
            Fix = "Correct the date, or point the incident to the ward stay in which it happened.",
            Example = new("restrictive", "IncidentID,IncidentDate", "I1,2025-07-30", "I1,2025-08-10"),
        },
        new("BED001", Severity.Record, ["beds"], "Negative number")
        {
            Message = "{field} is {value}: numbers of beds and bed days are 0 or more.",
            Cause = "CommissionedBeds, AvailBedDays, ClosedBedDays or OpenBeds is negative.",
            Why = "Occupancy would be worked out of beds that cannot exist.",
            Fix = "Correct the number.",
            Example = new("beds", "WardCode,ClosedBedDays", "OAK,-10", "OAK,10"),
        },
        new("BED002", Severity.Warning, ["beds"], "More bed days than beds")
        {
            Message = "AvailBedDays and ClosedBedDays together are {detail} in the month: correct the number that is wrong.",
            Cause = "AvailBedDays and ClosedBedDays together are more than CommissionedBeds times the days of the month.",
            Why = "Too many bed days make a full ward look half empty.",
            Fix = "Count a bed's day once: available or closed. Correct CommissionedBeds where beds were added.",
            Example = new("beds", "WardCode,CommissionedBeds,AvailBedDays,ClosedBedDays,ClosedReason", "OAK,10,310,10,STF", "OAK,10,300,10,STF"),
        },
        new("BED003", Severity.Warning, ["beds"], "Fuller than full")
        {
            Message = "Ward stays occupy {detail} bed days, but {field} is {value}: check open stays that have ended, and the beds.",
            Cause = "The nights of the ward's stays in the month are more than its AvailBedDays.",
            Why = "Most often a stay that has ended was never closed; its nights are counted on and on.",
            Fix = "Close ward stays that have ended; correct AvailBedDays where beds were opened.",
            Example = new("beds", "WardCode,AvailBedDays", "OAK,40", "OAK,300"),
        },
        new("SPD001", Severity.Warning, ["spend"], "Spend on nobody's placement")
        {
            Message = "{field} is {value}, but the row names no stay or placement of this submission: give HospProvSpellID or OAPID.",
            Cause = "Category is SPOT, OAP or EPC, and the row names no OAPID of oaps.csv, no HospProvSpellID of spells.csv, and no spell of another provider.",
            Why = "The cost of placements is worked out from spend that is tied to them.",
            Fix = "Give OAPID; or HospProvSpellID, with OrgIDSpell where it is another provider's.",
            Example = new("spend", "SpendID,OrgIDPayee,Category,OAPID", "X1,RYK,OAP,", "X1,RYK,OAP,O1"),
        },
        new("SPD002", Severity.Record, ["spend"], "Another month's spend")
        {
            Message = "{field} is {value}, but the submission is for {detail}: send each month's spend with its month.",
            Cause = "PeriodMonth is not the submission's month.",
            Why = "A submission replaces one month; spend of another would be lost with the next one, or counted twice.",
            Fix = "Send the row with the submission of its own month.",
            Example = new("spend", "SpendID,PeriodMonth", "X1,2025-07", "X1,2025-08"),
        },
        new("CON001", Severity.Warning, ["ward_stays"], "In two places at once")
        {
            Message = "The person has a stay in another provider at the same time: check the dates, and the NHS number.",
            Cause = "Accepted submissions of two providers have overlapping stays of one person. The other provider is not named.",
            Why = "One of the two stays has ended, or one of the two people has the wrong NHS number.",
            Fix = "Check the discharge date and the NHS number. Where both are right, nothing has to be done here.",
            Example = new("ward_stays", "WardStayID,EndDateWardStay", "W1,", "W1,2025-08-14"),
            Regional = true,
        },
        new("CON002", Severity.Warning, ["spells", "ward_stays", "oaps", "crfd", "community"], "Lost to follow-up")
        {
            Message = "The record was open last month and is not among this month's accepted rows: send it again, with its end where it has ended; where it was sent and left out, put that right.",
            Cause = "A record that was open in the submission before is not in this month's, or its row was left out. A record below one that is absent too is not told of again.",
            Why = "The person is counted neither as staying nor as discharged.",
            Fix = "Send the record with its discharge date, or without one while the person is still in. Where findings.csv says why its row was left out, put that right.",
            Example = new("spells", "HospProvSpellID,DischDateHospProvSpell", "S1,", "S1,2025-08-04"),
            Regional = true,
        },
    ];
}
