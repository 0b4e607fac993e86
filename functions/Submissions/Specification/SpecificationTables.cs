using Homeward.Reference;

namespace Homeward.Submissions.Specification;

/// <summary>submission.md §3 as data. Header checks, templates, documentation, curated schemas and synthetic data come from here.</summary>
public static class SpecificationTables
{
    public const string Version = "1.0";

    public static TableSpec Submission { get; } = new("submission", true, "The manifest: exactly one row, uploaded last.",
    [
        Text("SpecVersion", Need.Mandatory, "Version of this specification: 1.0.") with { Only = Version },
        Organisation("OrgIDProvider", Need.Mandatory, "The provider that the data describes."),
        Organisation("OrgIDSubmit", Need.Optional, "The organisation that sends it."),
        Date("ReportingPeriodStartDate", Need.Mandatory, "First day of the month."),
        Date("ReportingPeriodEndDate", Need.Mandatory, "Last day of the month."),
        new("DateTimeCreated", FieldKind.DateTime, Need.Mandatory) { Note = "When the files were made; ISO 8601, Europe/London without an offset." },
        Text("PrimSystemInUse", Need.Optional, "The patient record system."),
        Text("Tables", Need.Optional, "Names of the tables sent, separated by spaces."),
    ]);

    public static TableSpec Patients { get; } = new("patients", true, "A person known to the provider.",
    [
        Key("LocalPatientID"),
        new("NHSNumber", FieldKind.NhsNumber, Need.Required) { Note = "Without spaces." },
        Code("NHSNumberStatus", Need.Required, CodeList.NhsNumberStatus),
        new("PersonBirthDate", FieldKind.BirthDate, Need.Required),
        new("Postcode", FieldKind.Postcode, Need.Required) { Note = "Where the person lived before admission." },
        Code("GenderIDCode", Need.Required, CodeList.GenderIdentity),
        Code("EthnicCategory", Need.Required, CodeList.EthnicCategory),
        new("GMPReg", FieldKind.Practice, Need.Required) { Note = "GP practice of registration." },
        Organisation("HomeICB", Need.Optional, "The ICB that the person's home belongs to, where known."),
    ]);

    public static TableSpec Referrals { get; } = new("referrals", true, "A referral to the provider.",
    [
        Key("ServiceRequestID"),
        Parent("LocalPatientID", "patients"),
        Organisation("OrgIDComm", Need.Required, "The responsible commissioner."),
        Date("ReferralRequestReceivedDate", Need.Mandatory),
        Code("SourceOfReferralMH", Need.Required, CodeList.SourceOfReferral),
        new("OrgIDReferringOrg", FieldKind.OrganisationOrSite, Need.Required) { Note = "Who referred; for an out of area placement, the sender." },
        Code("PrimReasonReferralMH", Need.Required, CodeList.PrimaryReason),
        Code("SpecialisedMHServiceCode", Need.Optional, CodeList.SpecialisedService),
        Code("ReasonOAT", Need.Optional, CodeList.OapReason, "Blank: not out of area."),
        Date("DecisionDate", Need.Optional),
        Code("ReferralOutcome", Need.Optional, CodeList.ReferralOutcome),
        Code("AlternativeService", Need.Optional, CodeList.AlternativeService),
        Date("ServDischDate", Need.Optional),
    ]);

    public static TableSpec Spells { get; } = new("spells", true, "A hospital provider spell.",
    [
        Key("HospProvSpellID"),
        Parent("ServiceRequestID", "referrals"),
        Date("StartDateHospProvSpell", Need.Mandatory),
        Code("SourceAdmMHHospProvSpell", Need.Required, CodeList.SourceOfAdmission),
        Code("MethAdmMHHospProvSpell", Need.Required, CodeList.MethodOfAdmission),
        Date("EstimatedDischDateHospProvSpell", Need.Optional),
        Date("DischDateHospProvSpell", Need.Optional),
        Code("MethOfDischMHHospProvSpell", Need.Required, CodeList.MethodOfDischarge) with { When = "discharged", WhenField = "DischDateHospProvSpell" },
        Code("DestOfDischHospProvSpell", Need.Required, CodeList.DestinationOfDischarge) with { When = "discharged", WhenField = "DischDateHospProvSpell" },
        Code("LegalStatusCode", Need.Optional, CodeList.LegalStatus),
    ]);

    public static TableSpec WardStays { get; } = new("ward_stays", true, "A stay on one ward within a spell.",
    [
        Key("WardStayID"),
        Parent("HospProvSpellID", "spells"),
        LocalKey("WardCode", Need.Mandatory) with { OfAPlace = true },
        new("SiteIDOfWard", FieldKind.Site, Need.Mandatory),
        Date("StartDateWardStay", Need.Mandatory),
        Date("EndDateWardStay", Need.Optional),
        Code("MHAdmittedPatientClass", Need.Mandatory, CodeList.BedClass, "v6; a v5 code is mapped."),
        Code("SpecialisedMHServiceCode", Need.Optional, CodeList.SpecialisedService),
        Integer("LeaveDays", Need.Optional, "Nights on leave in the period.") with { Minimum = 0 },
    ]);

    public static TableSpec Beds { get; } = new("beds", true, "A ward and its beds in the month.",
    [
        Key("WardCode"),
        new("SiteIDOfWard", FieldKind.Site, Need.Mandatory),
        Text("WardName", Need.Optional),
        Code("MHAdmittedPatientClass", Need.Mandatory, CodeList.BedClass),
        Code("WardIntendedSex", Need.Required, CodeList.WardIntendedSex),
        Code("WardSecLevel", Need.Required, CodeList.WardSecurity),
        Integer("CommissionedBeds", Need.Required),
        Integer("AvailBedDays", Need.Mandatory),
        Integer("ClosedBedDays", Need.Mandatory),
        Integer("OpenBeds", Need.Required, "Staffed and open at the period's end."),
        Code("ClosedReason", Need.Required, CodeList.ClosedReason) with { When = "ClosedBedDays is more than 0", WhenField = "ClosedBedDays" },
    ]);

    public static TableSpec Oaps { get; } = new("oaps", false, "A person of the provider placed elsewhere: the sender's own list.",
    [
        Key("OAPID") with { Column = "oap_id" },
        Parent("LocalPatientID", "patients"),
        new("OrgIDSending", FieldKind.OrganisationOrSite, Need.Mandatory),
        Organisation("OrgIDReceiving", Need.Mandatory),
        new("SiteIDReceiving", FieldKind.Site, Need.Required),
        Code("OATReason", Need.Mandatory, CodeList.OapReason),
        Date("StartDateOAP", Need.Mandatory),
        Date("EndDateOAP", Need.Optional),
        Code("MHAdmittedPatientClass", Need.Required, CodeList.BedClass),
        Code("EndReason", Need.Required, CodeList.OapEndReason) with { When = "ended", WhenField = "EndDateOAP" },
        Money("DailyRate", Need.Optional) with { Precision = 9 },
        Date("PlannedReturnDate", Need.Optional),
        Code("Barrier", Need.Optional, CodeList.Barrier),
    ]);

    public static TableSpec Reviews { get; } = new("reviews", false, "A review of a person's placement or stay.",
    [
        Key("ReviewID"),
        Parent("LocalPatientID", "patients"),
        LocalKey("HospProvSpellID", Need.Optional),
        new("OrgIDSpell", FieldKind.Organisation, Need.Optional) { Note = "Whose spell it is; blank = the submitter." },
        LocalKey("OAPID", Need.Optional) with { Column = "oap_id" },
        Code("ReviewType", Need.Mandatory, CodeList.ReviewType),
        Date("ReviewDate", Need.Mandatory),
        Date("NextReviewDue", Need.Optional),
        Date("PlannedReturnDate", Need.Optional),
        Code("Barrier", Need.Optional, CodeList.Barrier),
    ]);

    public static TableSpec Requests { get; } = new("requests", false, "A request for a bed to the patient flow hub.",
    [
        Key("RequestID"),
        Parent("LocalPatientID", "patients"),
        Organisation("OrgIDReferring", Need.Mandatory),
        new("ReceivedDateTime", FieldKind.DateTime, Need.Mandatory),
        Code("MHAdmittedPatientClass", Need.Required, CodeList.BedClass),
        Code("PrimReasonReferralMH", Need.Required, CodeList.PrimaryReason),
        Code("Outcome", Need.Mandatory, CodeList.ReferralOutcome),
        new("OutcomeDateTime", FieldKind.DateTime, Need.Optional),
        Code("AlternativeService", Need.Optional, CodeList.AlternativeService),
        new("SiteIDAccepting", FieldKind.Site, Need.Optional),
    ]);

    public static TableSpec Offers { get; } = new("offers", false, "A site that the hub asked for a bed.",
    [
        Key("OfferID"),
        Parent("RequestID", "requests"),
        new("SiteID", FieldKind.Site, Need.Mandatory),
        new("AskedDateTime", FieldKind.DateTime, Need.Mandatory),
        new("AnswerDateTime", FieldKind.DateTime, Need.Optional),
        Code("Answer", Need.Mandatory, CodeList.OfferAnswer),
        Code("DeclineReason", Need.Optional, CodeList.DeclineReason),
    ]);

    public static TableSpec Crfd { get; } = new("crfd", false, "A time for which a person was clinically ready for discharge.",
    [
        Key("CRFDID") with { Column = "crfd_id" },
        Parent("HospProvSpellID", "spells"),
        Date("StartDate", Need.Mandatory),
        Date("EndDate", Need.Optional),
        Code("DelayReason", Need.Required, CodeList.DelayReason),
        Code("AttribTo", Need.Required, CodeList.AttributableTo),
    ]);

    public static TableSpec Community { get; } = new("community", false, "A person on a community or step-down caseload.",
    [
        Key("CaseloadID"),
        Parent("LocalPatientID", "patients"),
        Text("TeamCode", Need.Mandatory),
        Code("ServiceLine", Need.Mandatory, CodeList.ServiceLine),
        Date("StartDate", Need.Mandatory),
        Date("EndDate", Need.Optional),
    ]);

    public static TableSpec Spend { get; } = new("spend", false, "An amount spent in the month.",
    [
        Key("SpendID"),
        Organisation("OrgIDPayee", Need.Mandatory),
        new("SiteIDPayee", FieldKind.Site, Need.Optional),
        Organisation("OrgIDComm", Need.Required),
        Code("ServiceLine", Need.Mandatory, CodeList.ServiceLine),
        Code("Category", Need.Mandatory, CodeList.SpendCategory),
        new("PeriodMonth", FieldKind.Month, Need.Mandatory) { Note = "The submission's month." },
        Money("AmountActual", Need.Mandatory),
        Code("Recurrent", Need.Optional, CodeList.YesNo),
        Integer("OccupiedBedDaysBilled", Need.Optional),
        LocalKey("HospProvSpellID", Need.Optional),
        new("OrgIDSpell", FieldKind.Organisation, Need.Optional) { Note = "Whose spell it is; blank = OrgIDPayee." },
        LocalKey("OAPID", Need.Optional) with { Column = "oap_id" },
    ]);

    public static TableSpec Restrictive { get; } = new("restrictive", false, "A restrictive intervention.",
    [
        Key("IncidentID"),
        Parent("WardStayID", "ward_stays"),
        Date("IncidentDate", Need.Mandatory),
        Code("TypeCode", Need.Mandatory, CodeList.RestrictiveType),
    ]);

    /// <summary>Every table, the manifest first, parents before children.</summary>
    public static IReadOnlyList<TableSpec> All { get; } =
    [
        Submission, Patients, Referrals, Spells, WardStays, Beds, Oaps, Reviews, Requests, Offers, Crfd, Community, Spend, Restrictive,
    ];

    /// <summary>The table of a name; null where the specification has none.</summary>
    public static TableSpec? Find(string name) => All.FirstOrDefault(table => table.Name == name);

    static Field Key(string name) => new(name, FieldKind.Key, Need.Mandatory);

    static Field Parent(string name, string parent) => new(name, FieldKind.Parent, Need.Mandatory) { Parent = parent };

    static Field LocalKey(string name, Need need) => new(name, FieldKind.LocalKey, need);

    static Field Text(string name, Need need, string note = "") => new(name, FieldKind.Text, need) { Note = note };

    static Field Date(string name, Need need, string note = "") => new(name, FieldKind.Date, need) { Note = note };

    static Field Integer(string name, Need need, string note = "") => new(name, FieldKind.Integer, need) { Note = note };

    static Field Money(string name, Need need) => new(name, FieldKind.Money, need);

    static Field Organisation(string name, Need need, string note = "") => new(name, FieldKind.Organisation, need) { Note = note };

    static Field Code(string name, Need need, CodeList codes, string note = "") =>
        new(name, FieldKind.Code, need) { Codes = codes, Note = note };
}
