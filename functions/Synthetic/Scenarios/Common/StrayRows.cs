using System.Globalization;
using Homeward.Columns;
using Homeward.Submissions.Specification;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.Common;

/// <summary>Rows that no event stands behind. Each would be a placement, or would end one, if it were let in.</summary>
/// <param name="Sender">A member: who is said to have sent the people.</param>
/// <param name="Outsider">Who is no part of the collaborative.</param>
/// <param name="Receiver">Who is said to have taken the people whom a provider lists itself.</param>
/// <param name="BedClass">v6 code of the beds.</param>
/// <param name="Born">When the people were born.</param>
sealed record StrayRows(string Sender, string Outsider, string Receiver, string BedClass, DateOnly Born)
{
    /// <summary>A handful of rows that the rules refuse.</summary>
    public IReadOnlyList<StrayRow> Broken(Month month, Provider provider)
    {
        var (start, beyond) = (Day(month.FirstDay), Day(month.LastDay.AddDays(20)));
        List<StrayRow> rows =
        [
            // A mistyped NHS number: the person, the referral, the spell and the stay all go.
            Patient("XP1", NhsNumbers.Wrong(new NhsNumbers(0).Next()), "PAT001"), Referral("XR1", "XP1", start), Spell("XS1", "XR1", start, ""),
            Stay("XW1", "XS1", start, month),

            // Discharged before admission.
            Patient("XP2", "", null), Referral("XR2", "XP2", start), Spell("XS2", "XR2", Day(month.FirstDay.AddDays(9)), start, "SPL002"),
            Stay("XW2", "XS2", Day(month.FirstDay.AddDays(9)), month),

            // Received next month.
            Referral("XR3", "XP2", beyond, "REF001"),

            // A spell of a referral that nobody sent.
            Spell("XS4", "XR4", start, "", "GEN006"),
        ];
        if (provider.Kind == "NHS")
        {
            rows.AddRange(
            [
                // One key twice: neither can be trusted.
                Oap("XO1", provider.Code, start, month, "GEN005"), Oap("XO1", provider.Code, start, month, "GEN005"),
                Oap("XO2", provider.Code, Day(month.LastDay.AddDays(3)), month, "OAP001"), Oap("XO3", Outsider, start, month, "OAP006"),
            ]);
        }

        return rows;
    }

    /// <summary>Placements that pass every rule and never happened.</summary>
    public IReadOnlyList<StrayRow> Invented(Month month, Provider provider) => provider.Kind != "NHS" ? [] :
    [
        Patient("XP2", "", null),
        .. Enumerable.Range(1, 6).Select(i =>
            Oap(string.Create(CultureInfo.InvariantCulture, $"XO{i}"), provider.Code, Day(month.FirstDay.AddDays(i)), month, null)),
    ];

    StrayRow Patient(string key, string nhsNumber, string? rule) => StrayRow.Of(
        SpecificationTables.Patients,
        rule,
        ("LocalPatientID", key),
        ("NHSNumber", nhsNumber),
        ("NHSNumberStatus", nhsNumber == "" ? "07" : "01"),
        ("PersonBirthDate", Day(Born)),
        ("GenderIDCode", "1"),
        ("EthnicCategory", "A"));

    StrayRow Referral(string key, string patient, string received, string? rule = null) => StrayRow.Of(
        SpecificationTables.Referrals,
        rule,
        ("ServiceRequestID", key),
        ("LocalPatientID", patient),
        ("ReferralRequestReceivedDate", received),
        ("SourceOfReferralMH", "I1"),
        ("OrgIDReferringOrg", Sender),
        ("PrimReasonReferralMH", "18"),
        ("ReasonOAT", "10"));

    static StrayRow Spell(string key, string referral, string start, string end, string? rule = null) => StrayRow.Of(
        SpecificationTables.Spells,
        rule,
        ("HospProvSpellID", key),
        ("ServiceRequestID", referral),
        ("StartDateHospProvSpell", start),
        ("SourceAdmMHHospProvSpell", "53"),
        ("MethAdmMHHospProvSpell", "81"),
        ("DischDateHospProvSpell", end),
        ("MethOfDischMHHospProvSpell", end == "" ? "" : "1"),
        ("DestOfDischHospProvSpell", end == "" ? "" : "19"));

    StrayRow Stay(string key, string spell, string start, Month month) => StrayRow.Of(
        SpecificationTables.WardStays,
        null,
        ("WardStayID", key),
        ("HospProvSpellID", spell),
        ("WardCode", "ANY"),
        ("SiteIDOfWard", "ANY01"),
        ("StartDateWardStay", start),
        ("MHAdmittedPatientClass", BedCodes.In(month, BedClass)));

    StrayRow Oap(string key, string sender, string start, Month month, string? rule) => StrayRow.Of(
        SpecificationTables.Oaps,
        rule,
        ("OAPID", key),
        ("LocalPatientID", "XP2"),
        ("OrgIDSending", sender),
        ("OrgIDReceiving", Receiver),
        ("OATReason", "10"),
        ("StartDateOAP", start),
        ("MHAdmittedPatientClass", BedCodes.In(month, BedClass)));

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
