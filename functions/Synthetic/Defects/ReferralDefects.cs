using Homeward.Submissions.Specification;

namespace Homeward.Synthetic.Defects;

static class ReferralDefects
{
    public static IReadOnlyList<DefectKind> All { get; } =
    [
        new("REF001", victim => Rejected(victim, "ReferralRequestReceivedDate", victim.FromEnd(3))),
        new("REF002", victim => Rejected(victim, "ServDischDate", victim.FromStart(-1))),
        new("REF003", victim => Rejected(victim, "ServDischDate", victim.FromEnd(5))),
        new("REF004", SenderUnknown),
        new("REF005", PlacedWithoutSpell),
        new("GEN001", victim => Rejected(victim, "ReferralRequestReceivedDate", "")),
        new("GEN003", victim => Warned(victim, "PrimReasonReferralMH", "17")),
        new("GEN007", victim => Warned(victim, "OrgIDComm", "Z9Z9")),
    ];

    static Broken? Rejected(Case victim, string field, string value)
    {
        if (victim.Referrals.Count != 1)
            return null;
        victim.Referrals[0]["ServDischDate"] = "";
        victim.Referrals[0][field] = value;
        return Broken.WithAllUnder(victim, victim.Referrals[0]);
    }

    static Broken? Warned(Case victim, string field, string value)
    {
        if (victim.Referrals.Count == 0)
            return null;
        victim.Referrals[0][field] = value;
        return new(victim.Referrals[0]);
    }

    static Broken? SenderUnknown(Case victim)
    {
        if (!victim.IsPlain)
            return null;
        victim.Referrals[0]["ReasonOAT"] = "10";
        return Warned(victim, "OrgIDReferringOrg", "");
    }

    static Broken PlacedWithoutSpell(Case victim) => new(victim.Draft.Add(
        SpecificationTables.Referrals,
        ("LocalPatientID", victim.Patient["LocalPatientID"]),
        ("ReferralRequestReceivedDate", victim.FromStart(2)),
        ("SourceOfReferralMH", "I1"),
        ("OrgIDReferringOrg", victim.Draft.Context.Stranger),
        ("PrimReasonReferralMH", "18"),
        ("ReasonOAT", "10")));
}
