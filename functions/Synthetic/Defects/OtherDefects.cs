using Homeward.Submissions.Specification;
using Homeward.Synthetic.Extract;

namespace Homeward.Synthetic.Defects;

/// <summary>Rows of the optional tables; only of those that the submission has.</summary>
static class OtherDefects
{
    public static IReadOnlyList<DefectKind> All { get; } =
    [
        new("OAP001", victim => Oap(victim, victim.Draft.Context.Provider, victim.FromEnd(1))),
        new("OAP006", victim => Oap(victim, victim.Draft.Context.Stranger, victim.FromStart(1))),
        new("REV001", victim => Review(victim, victim.FromStart(1), "")),
        new("REV002", victim => victim.Spells.Count == 0 ? null : Review(victim, victim.FromEnd(2), victim.Spells[0]["HospProvSpellID"])),
        new("REQ001", Request),
        new("REQ001", Offer),
        new("CRF001", ReadyBeforeAdmission),
        new("COM001", victim => Add(
            victim,
            SpecificationTables.Community,
            ("LocalPatientID", victim.Patient["LocalPatientID"]),
            ("TeamCode", "HTT1"),
            ("ServiceLine", "AAC"),
            ("StartDate", victim.FromEnd(1)))),
        new("SPD001", victim => Spend(victim, "SPOT", $"{victim.Period}")),
        new("SPD002", victim => Spend(victim, "BLOCK", $"{victim.Period - 1}")),
        new("RES001", victim => victim.Stays.Count == 0 ? null : Add(
            victim,
            SpecificationTables.Restrictive,
            ("WardStayID", victim.Stays[0]["WardStayID"]),
            ("IncidentDate", victim.FromStart(-1)),
            ("TypeCode", "05"))),
    ];

    static Broken? Add(Case victim, TableSpec table, params (string Field, string Value)[] values) =>
        victim.Draft.Tables.Contains(table.Name) ? new(victim.Draft.Add(table, values)) : null;

    static Broken? Oap(Case victim, string sender, string start) => Add(
        victim,
        SpecificationTables.Oaps,
        ("LocalPatientID", victim.Patient["LocalPatientID"]),
        ("OrgIDSending", sender),
        ("OrgIDReceiving", victim.Draft.Context.Stranger),
        ("SiteIDReceiving", victim.Draft.Context.StrangerSite),
        ("OATReason", "10"),
        ("StartDateOAP", start),
        ("MHAdmittedPatientClass", BedCodes.In(victim.Period, "200")));

    static Broken? Review(Case victim, string date, string spell) => Add(
        victim,
        SpecificationTables.Reviews,
        ("LocalPatientID", victim.Patient["LocalPatientID"]),
        ("HospProvSpellID", spell),
        ("ReviewType", "CPA"),
        ("ReviewDate", date));

    static Broken? Request(Case victim) => Add(
        victim,
        SpecificationTables.Requests,
        ("LocalPatientID", victim.Patient["LocalPatientID"]),
        ("OrgIDReferring", victim.Draft.Context.Provider),
        ("ReceivedDateTime", victim.FromStart(3) + "T10:00:00Z"),
        ("PrimReasonReferralMH", "18"),
        ("Outcome", "ADM"),
        ("OutcomeDateTime", victim.FromStart(2) + "T10:00:00Z"));

    static Broken? Offer(Case victim)
    {
        if (!victim.Draft.Tables.Contains("offers") || Request(victim) is not { } request)
            return null;
        request.Rows[0]["OutcomeDateTime"] = victim.FromStart(3) + "T12:00:00Z";
        return Add(
            victim,
            SpecificationTables.Offers,
            ("RequestID", request.Rows[0]["RequestID"]),
            ("SiteID", victim.Draft["beds"][0]["SiteIDOfWard"]),
            ("AskedDateTime", victim.FromStart(3) + "T11:00:00Z"),
            ("AnswerDateTime", victim.FromStart(3) + "T10:30:00Z"),
            ("Answer", "ACC"));
    }

    static Broken? ReadyBeforeAdmission(Case victim) => victim.Spells.Count == 0 ? null : Add(
        victim,
        SpecificationTables.Crfd,
        ("HospProvSpellID", victim.Spells[0]["HospProvSpellID"]),
        ("StartDate", Case.Text(Case.Start(victim.Spells[0], "StartDateHospProvSpell").AddDays(-1))),
        ("DelayReason", "03"),
        ("AttribTo", "05"));

    static Broken? Spend(Case victim, string category, string month) => Add(
        victim,
        SpecificationTables.Spend,
        ("OrgIDPayee", victim.Draft.Context.Provider),
        ("ServiceLine", "AAC"),
        ("Category", category),
        ("PeriodMonth", month),
        ("AmountActual", "1200.00"));
}
