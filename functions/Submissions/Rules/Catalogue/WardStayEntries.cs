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
            Example = new("ward_stays", "WardStayID,StartDateWardStay", "W001,2025-07-04", "W001,2025-08-04"),
        },
        new("WST002", Severity.Record, ["ward_stays"], "Ends outside its spell or the period")
        {
            Message = "{field} is {value}, {detail}: correct the date; leave it blank while the stay is open, and leave out stays that ended before the month.",
            Cause = "EndDateWardStay lies before the stay's start, outside its spell, before the first day of the period or after its last day.",
            Why = "Occupied bed days and the beds that are free are counted from these dates.",
            Fix = "Correct the date that is wrong. Leave it blank while the person is still on the ward; leave out stays that ended in an earlier month.",
            Example = new("ward_stays", "WardStayID,StartDateWardStay,EndDateWardStay", "W001,2025-08-14,2025-08-10", "W001,2025-08-10,2025-08-14"),
        },
        new("WST005", Severity.Warning, ["ward_stays", "beds", "oaps", "requests"], "Bed code of another version")
        {
            Message = "{field} is {value}, a bed code that was not in force in the month; it was mapped, but send the code in force.",
            Cause = "A version 5 bed code after March 2024, or a version 6 code before April 2024. It is mapped to the version 6 class, and the code sent is kept beside it.",
            Why = "Some old codes cover more than one class, so the mapping may put a stay in the wrong one.",
            Fix = "Send MHAdmittedPatientClass from the list in force in the month.",
            Example = new("ward_stays", "WardStayID,MHAdmittedPatientClass", "W001,10", "W001,200"),
        },
    ];
}
