using System.Globalization;
using Homeward.Submissions.Specification;

namespace Homeward.Synthetic.Defects;

static class SpellDefects
{
    public static IReadOnlyList<DefectKind> All { get; } =
    [
        new("SPL001", victim => Rejected(victim, "StartDateHospProvSpell", victim.FromEnd(2))),
        new("SPL002", victim => Rejected(victim, "DischDateHospProvSpell", victim.FromStart(-2))),
        new("SPL003", WithoutWard),
        new("SPL004", TwoOpen),
        new("SPL005", WithoutMethod),
        new("GEN002", victim => Rejected(victim, "EstimatedDischDateHospProvSpell", "soon")),
        new("GEN006", OfNoReferral),
        new("GEN008", DayFirst),
    ];

    static Broken? Rejected(Case victim, string field, string value)
    {
        if (!victim.IsPlain)
            return null;
        victim.Spells[0]["DischDateHospProvSpell"] = "";
        victim.Spells[0][field] = value;
        return Broken.WithAllUnder(victim, victim.Spells[0]);
    }

    static Broken WithoutWard(Case victim)
    {
        var spell = NewSpell(victim, victim.FromStart(1));
        spell["DischDateHospProvSpell"] = victim.FromStart(1);
        spell["MethOfDischMHHospProvSpell"] = "1";
        spell["DestOfDischHospProvSpell"] = "19";
        return new(spell);
    }

    static Broken? TwoOpen(Case victim)
    {
        if (!victim.IsPlain || !victim.IsOpen || Case.Start(victim.Spells[0], "StartDateHospProvSpell") >= victim.Period.LastDay)
            return null;
        var spell = NewSpell(victim, victim.FromEnd(0));
        var stay = victim.Stays[0].Copy();
        stay["WardStayID"] = victim.Draft.NewKey();
        stay["HospProvSpellID"] = spell["HospProvSpellID"];
        stay["StartDateWardStay"] = victim.FromEnd(0);
        stay["EndDateWardStay"] = "";
        stay["LeaveDays"] = "";
        victim.Draft.Append(stay);
        return new(spell);
    }

    static Broken? WithoutMethod(Case victim)
    {
        if (victim.Spells.FirstOrDefault(spell => spell["DischDateHospProvSpell"] != "") is not { } spell)
            return null;
        spell["MethOfDischMHHospProvSpell"] = "";
        return new(spell);
    }

    static Broken? OfNoReferral(Case victim)
    {
        if (!victim.IsPlain || victim.Referrals[0]["ReasonOAT"] != "")
            return null;
        victim.Spells[0]["ServiceRequestID"] = "R9999999";
        return Broken.WithAllUnder(victim, victim.Spells[0]);
    }

    static Broken? DayFirst(Case victim)
    {
        if (victim.Spells.Count == 0 || victim.Draft["spells"].Any(spell => spell["StartDateHospProvSpell"].Contains('/', StringComparison.Ordinal)))
            return null;
        var start = Case.Start(victim.Spells[0], "StartDateHospProvSpell");
        victim.Spells[0]["StartDateHospProvSpell"] = start.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
        return new() { File = "spells" };
    }

    static DraftRow NewSpell(Case victim, string start)
    {
        var referral = victim.Draft.Add(
            SpecificationTables.Referrals,
            ("LocalPatientID", victim.Patient["LocalPatientID"]),
            ("ReferralRequestReceivedDate", start),
            ("SourceOfReferralMH", "H1"),
            ("PrimReasonReferralMH", "18"));
        return victim.Draft.Add(
            SpecificationTables.Spells,
            ("ServiceRequestID", referral["ServiceRequestID"]),
            ("StartDateHospProvSpell", start),
            ("SourceAdmMHHospProvSpell", "19"),
            ("MethAdmMHHospProvSpell", "21"));
    }
}
