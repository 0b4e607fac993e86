using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Rules.Catalogue;

static class WardStayEntries
{
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        new("WST001", Severity.Record, ["ward_stays"], "Starts outside its spell")
        {
            Message = "{field} is {value}, {detail}: correct the date of the ward stay or of its spell.",
            Cause = "StartDateWardStay lies before the spell's start or after its discharge; or after the last day of the period, up to which an open spell is known.",
            Why = "Nights on a ward outside the spell would be counted for nobody's admission.",
            Fix = "Correct the ward stay's start, or the spell's dates.",
            Example = new("ward_stays", "WardStayID,StartDateWardStay", "W1,2025-07-04", "W1,2025-08-04"),
        },
        new("WST002", Severity.Record, ["ward_stays"], "Ends outside its spell or the period")
        {
            Message = "{field} is {value}, {detail}: correct the date; leave it blank while the stay is open, and leave out stays that ended before the month.",
            Cause = "EndDateWardStay lies before the stay's start, outside its spell, before the first day of the period or after its last day.",
            Why = "Occupied bed days and the beds that are free are counted from these dates.",
            Fix = "Correct the date that is wrong. Leave it blank while the person is still on the ward; leave out stays that ended in an earlier month.",
            Example = new("ward_stays", "WardStayID,StartDateWardStay,EndDateWardStay", "W1,2025-08-14,2025-08-10", "W1,2025-08-10,2025-08-14"),
        },
        new("WST003", Severity.Warning, ["ward_stays"], "Ward stays overlap")
        {
            Message = "The stay starts on {value}, before the stay {detail} of the same spell has ended: correct the dates of the transfer.",
            Cause = "A ward stay starts before an earlier stay of the same spell has ended. A transfer on the same day is no overlap.",
            Why = "Nights that two stays share are counted twice.",
            Fix = "End the earlier stay on the day of the transfer.",
            Example = new("ward_stays", "WardStayID,StartDateWardStay", "W3,2025-08-11", "W3,2025-08-12"),
        },
        new("WST004", Severity.Warning, ["ward_stays"], "A gap between ward stays")
        {
            Message = "The stay starts on {value}, more than a day after the stay before it, {detail}: send the stay in between, or correct the dates.",
            Cause = "A ward stay starts more than one day after the stay before it in the same spell ended.",
            Why = "The spell goes on while the person is on no ward, so its nights are counted for no bed.",
            Fix = "Send the ward stay that is missing. Where the person had gone home, end the spell and begin another one.",
            Example = new("ward_stays", "WardStayID,StartDateWardStay", "W3,2025-08-14", "W3,2025-08-12"),
        },
        new("WST005", Severity.Warning, ["ward_stays", "beds", "oaps", "requests"], "Bed code of another version")
        {
            Message = "{field} is {value}, a bed code that was not in force in the month; it was mapped, but send the code in force.",
            Cause = "A version 5 bed code after March 2024, or a version 6 code before April 2024. It is mapped to the version 6 class, and the code sent is kept beside it.",
            Why = "Some old codes cover more than one class, so the mapping may put a stay in the wrong one.",
            Fix = "Send MHAdmittedPatientClass from the list in force in the month.",
            Example = new("ward_stays", "WardStayID,MHAdmittedPatientClass", "W1,10", "W1,200"),
        },
        new("WST006", Severity.Warning, ["ward_stays"], "Ward not in beds.csv")
        {
            Message = "{field} {value} is not in beds.csv: send one row for every ward.",
            Cause = "WardCode of the stay is not the WardCode of any row of beds.csv.",
            Why = "Occupancy and free beds are worked out by ward; a ward without a row has neither.",
            Fix = "Add the ward to beds.csv, or use the same ward code in both files.",
            Example = new("ward_stays", "WardStayID,WardCode", "W1,ELM", "W1,OAK"),
        },
        new("WST007", Severity.Warning, ["ward_stays"], "Age and bed do not fit")
        {
            Message = "{field} is {value}: {detail} at the stay's start; check the birth date and the bed class.",
            Cause = "The person is under 18 on a bed for adults, or 18 or over on a bed for children and young people, at the stay's start.",
            Why = "A child on an adult ward is a matter of safeguarding; where it is an error, the stay counts for the wrong service.",
            Fix = "Check birth date and bed class. Where both are right, nothing has to be done here.",
            Example = new("ward_stays", "WardStayID,MHAdmittedPatientClass", "W1,301", "W1,200"),
        },
        new("WST008", Severity.Warning, ["ward_stays"], "More leave than nights")
        {
            Message = "{field} is {value}, but the stay has {detail} night(s) in the period: count only nights on leave in the month.",
            Cause = "LeaveDays is more than the stay's nights in the period.",
            Why = "Bed days less leave would fall below nothing.",
            Fix = "Count the nights on leave within the month and the stay.",
            Example = new("ward_stays", "WardStayID,LeaveDays", "W2,7", "W2,6"),
        },
    ];
}
