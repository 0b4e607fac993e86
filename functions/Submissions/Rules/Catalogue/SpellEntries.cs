using Homeward.Submissions.Checking;

namespace Homeward.Submissions.Rules.Catalogue;

static class SpellEntries
{
    public static IReadOnlyList<RuleEntry> All { get; } =
    [
        new("SPL001", Severity.Record, ["spells"], "Starts after the period")
        {
            Message = "{field} is {value}, after the period ends ({detail}): correct the date, or send the spell with its own month.",
            Cause = "StartDateHospProvSpell lies after the last day of the period.",
            Why = "An admission counts in the month in which it happens.",
            Fix = "Correct the date. A spell that starts in a later month is sent with that month.",
            Example = new("spells", "HospProvSpellID,StartDateHospProvSpell", "S1,2025-09-01", "S1,2025-08-01"),
        },
        new("SPL002", Severity.Record, ["spells"], "Discharge date impossible")
        {
            Message = "{field} is {value}, {detail}: correct the date; leave it blank while the spell is open, and leave out spells that ended before the month.",
            Cause = "DischDateHospProvSpell lies before the start, before the first day of the period or after its last day.",
            Why = "Nights, lengths of stay and active placements are counted from these dates.",
            Fix = "Correct the date that is wrong. Leave it blank while the person is still in; leave out spells that ended in an earlier month.",
            Example = new("spells", "HospProvSpellID,StartDateHospProvSpell,DischDateHospProvSpell", "S2,2025-08-21,2025-08-20", "S2,2025-08-06,2025-08-20"),
        },
        new("SPL003", Severity.Warning, ["spells"], "Spell without a ward stay")
        {
            Message = "The spell has no row in ward_stays.csv: its nights are not counted on any ward; send its ward stays.",
            Cause = "ward_stays.csv has no stay of the spell.",
            Why = "Occupied bed days, bed class and distance from home are taken from ward stays.",
            Fix = "Send every ward stay of the spell that was open in the month.",
            Example = new("spells", "HospProvSpellID,ServiceRequestID,StartDateHospProvSpell,DischDateHospProvSpell,MethOfDischMHHospProvSpell,DestOfDischHospProvSpell", "S3,R1,2025-08-04,2025-08-06,1,19", ""),
        },
        new("SPL004", Severity.Warning, ["spells"], "More than one open spell")
        {
            Message = "The person has another spell that is open at the period's end, {detail}: close the one that has ended.",
            Cause = "Two or more spells of one LocalPatientID are open at the period's end. The first to start is taken as right; the others are reported.",
            Why = "A person lies in one bed at a time; the other spell adds nights that nobody slept.",
            Fix = "Give the discharge date of the spell that has ended.",
            Example = new("spells", "HospProvSpellID,ServiceRequestID,StartDateHospProvSpell", "S3,R1,2025-08-04", ""),
        },
        new("SPL005", Severity.Warning, ["spells"], "Discharge without method or destination")
        {
            Message = "The spell has a discharge date, but {field} is blank: give it.",
            Cause = "DischDateHospProvSpell is given, and MethOfDischMHHospProvSpell or DestOfDischHospProvSpell is blank.",
            Why = "Transfers and deaths must be told from discharges home, or readmissions are counted wrongly.",
            Fix = "Record how and where the person was discharged.",
            Example = new("spells", "HospProvSpellID,DischDateHospProvSpell,MethOfDischMHHospProvSpell,DestOfDischHospProvSpell", "S2,2025-08-20,,19", "S2,2025-08-20,1,19"),
        },
    ];
}
