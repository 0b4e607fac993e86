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
            Example = new("spells", "HospProvSpellID,StartDateHospProvSpell", "S001,2025-09-04", "S001,2025-08-04"),
        },
        new("SPL002", Severity.Record, ["spells"], "Discharge date impossible")
        {
            Message = "{field} is {value}, {detail}: correct the date; leave it blank while the spell is open, and leave out spells that ended before the month.",
            Cause = "DischDateHospProvSpell lies before the start, before the first day of the period or after its last day.",
            Why = "Nights, lengths of stay and active placements are counted from these dates.",
            Fix = "Correct the date that is wrong. Leave it blank while the person is still in; leave out spells that ended in an earlier month.",
            Example = new("spells", "HospProvSpellID,StartDateHospProvSpell,DischDateHospProvSpell", "S001,2025-08-14,2025-08-02", "S001,2025-08-02,2025-08-14"),
        },
    ];
}
