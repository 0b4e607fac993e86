using Homeward.Columns;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.Story;

namespace Homeward.Synthetic.Defects;

static class WardStayDefects
{
    static readonly Month FirstOfV6 = new(2024, 4);

    public static IReadOnlyList<DefectKind> All { get; } =
    [
        new("WST001", BeforeSpell),
        new("WST002", victim => Rejected(victim, "EndDateWardStay", victim.FromStart(-1))),
        new("WST003", Overlapping),
        new("WST004", Gap),
        new("WST005", victim => Warned(victim, "MHAdmittedPatientClass", victim.Period < FirstOfV6 ? "200" : "10")),
        new("WST006", victim => Warned(victim, "WardCode", "NOWARD")),
        new("WST007", TooYoung),
        new("WST008", victim => Warned(victim, "LeaveDays", "99")),
        new("GEN001", victim => Rejected(victim, "WardCode", "")),
        new("GEN002", victim => Rejected(victim, "StartDateWardStay", "2025-02-30")),
        new("GEN003", victim => Warned(victim, "MHAdmittedPatientClass", "777")),
        new("GEN005", Twice),
        new("GEN006", OfNoSpell),
    ];

    static Broken? Rejected(Case victim, string field, string value)
    {
        if (!victim.IsPlain)
            return null;
        victim.Stays[0][field] = value;
        return Broken.WithAllUnder(victim, victim.Stays[0]);
    }

    // On a bed for adults, so that no other class makes the person too young or too old for it.
    static Broken? Warned(Case victim, string field, string value)
    {
        if (!victim.IsPlain || !ForAdults(victim))
            return null;
        victim.Stays[0][field] = value;
        return new(victim.Stays[0]);
    }

    static Broken? BeforeSpell(Case victim) => !victim.IsPlain
        ? null
        : Rejected(victim, "StartDateWardStay", Case.Text(Case.Start(victim.Spells[0], "StartDateHospProvSpell").AddDays(-1)));

    static Broken? Overlapping(Case victim)
    {
        if (NightsHere(victim) < 4)
            return null;
        var first = FirstNight(victim);
        return new(Another(victim, first.AddDays(1), first.AddDays(2)));
    }

    static Broken? Gap(Case victim)
    {
        if (NightsHere(victim) < 8 || victim.Draft.Under(victim.Stays[0]).Any())
            return null;
        var (first, end) = (FirstNight(victim), Case.Day(victim.Stays[0], "EndDateWardStay"));
        victim.Stays[0]["LeaveDays"] = "0";
        victim.Stays[0]["EndDateWardStay"] = Case.Text(first.AddDays(2));
        return new(Another(victim, first.AddDays(5), end));
    }

    static Broken? TooYoung(Case victim)
    {
        if (!victim.IsPlain || !ForAdults(victim))
            return null;
        victim.Patient["PersonBirthDate"] = Case.Text(Case.Start(victim.Stays[0], "StartDateWardStay").AddYears(-15));
        return new(victim.Stays[0]);
    }

    static Broken? Twice(Case victim) => Rejected(victim, "LeaveDays", "0") is { } broken
        ? broken with { Rows = [victim.Stays[0], victim.Draft.Append(victim.Stays[0].Copy())] }
        : null;

    // The spell is left without a ward stay.
    static Broken? OfNoSpell(Case victim) =>
        Rejected(victim, "HospProvSpellID", "S9999999") is { } broken ? broken with { Besides = (victim.Spells[0], "SPL003") } : null;

    static DraftRow Another(Case victim, DateOnly start, DateOnly? end)
    {
        var stay = victim.Stays[0].Copy();
        stay["WardStayID"] = victim.Draft.NewKey();
        stay["StartDateWardStay"] = Case.Text(start);
        stay["EndDateWardStay"] = end is { } day ? Case.Text(day) : "";
        stay["LeaveDays"] = "0";
        return victim.Draft.Append(stay);
    }

    static bool ForAdults(Case victim) => victim.Stays[0]["MHAdmittedPatientClass"] is { } bed
        && (bed == BedCodes.In(victim.Period, "200") || bed == BedCodes.In(victim.Period, "201") || bed == BedCodes.In(victim.Period, "206"));

    static DateOnly FirstNight(Case victim)
    {
        var start = Case.Start(victim.Stays[0], "StartDateWardStay");
        return start > victim.Period.FirstDay ? start : victim.Period.FirstDay;
    }

    static int NightsHere(Case victim) => !victim.IsPlain ? 0 : Nights.In(
        victim.Period, Case.Start(victim.Stays[0], "StartDateWardStay"), Case.Day(victim.Stays[0], "EndDateWardStay"));
}
