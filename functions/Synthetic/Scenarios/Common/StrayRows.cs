using System.Globalization;
using Homeward.Columns;
using Homeward.Submissions.Specification;
using Homeward.Synthetic.Extract;
using Homeward.Synthetic.World;

namespace Homeward.Synthetic.Scenarios.Common;

/// <summary>Rows that no event stands behind. Each would be a placement, or would end one, if it were let in.</summary>
static class StrayRows
{
    /// <summary>A handful of rows that the rules refuse.</summary>
    /// <param name="sender">A member: who is said to have sent the people.</param>
    /// <param name="receiver">Who is said to have taken them, for rows of oaps.</param>
    public static IReadOnlyList<StrayRow> Broken(Month month, Provider provider, string stranger, string sender, string receiver)
    {
        var (start, beyond) = (Day(month.FirstDay), Day(month.LastDay.AddDays(20)));
        List<StrayRow> rows =
        [
            // A mistyped NHS number: the person, the referral, the spell and the stay all go.
            Patient("XP1", "9990001235", "PAT001"), Referral("XR1", "XP1", start, sender), Spell("XS1", "XR1", start, ""), Stay("XW1", "XS1", start, ""),
            // Discharged before admission.
            Patient("XP2", "", null), Referral("XR2", "XP2", start, sender), Spell("XS2", "XR2", Day(month.FirstDay.AddDays(9)), start, "SPL002"),
            Stay("XW2", "XS2", Day(month.FirstDay.AddDays(9)), ""),
            // Received next month.
            Referral("XR3", "XP2", beyond, stranger, "REF001"),
            // A spell of a referral that nobody sent.
            Spell("XS4", "XR4", start, "", "GEN006"),
        ];
        if (provider.Kind == "NHS")
        {
            rows.AddRange(
            [
                // One key twice: neither can be trusted.
                Oap("XO1", provider.Code, receiver, start, "", "GEN005"), Oap("XO1", provider.Code, receiver, start, "", "GEN005"),
                Oap("XO2", provider.Code, receiver, Day(month.LastDay.AddDays(3)), "", "OAP001"),
                Oap("XO3", stranger, receiver, start, "", "OAP006"),
            ]);
        }

        return rows;
    }

    /// <summary>Placements that pass every rule and never happened.</summary>
    public static IReadOnlyList<StrayRow> InventedOaps(Month month, string sender, string receiver, int count) =>
    [
        Patient("XP2", "", null),
        .. Enumerable.Range(1, count).Select(i =>
            Oap(string.Create(CultureInfo.InvariantCulture, $"XO{i}"), sender, receiver, Day(month.FirstDay.AddDays(i)), "", null)),
    ];

    static StrayRow Patient(string key, string nhsNumber, string? rule) => StrayRow.Of(SpecificationTables.Patients, rule,
        ("LocalPatientID", key), ("NHSNumber", nhsNumber), ("NHSNumberStatus", nhsNumber == "" ? "07" : "01"), ("PersonBirthDate", "2009-02-03"),
        ("GenderIDCode", "1"), ("EthnicCategory", "A"));

    static StrayRow Referral(string key, string patient, string received, string sender, string? rule = null) =>
        StrayRow.Of(SpecificationTables.Referrals, rule,
            ("ServiceRequestID", key), ("LocalPatientID", patient), ("ReferralRequestReceivedDate", received), ("SourceOfReferralMH", "I1"),
            ("OrgIDReferringOrg", sender), ("PrimReasonReferralMH", "18"), ("ReasonOAT", "10"));

    static StrayRow Spell(string key, string referral, string start, string end, string? rule = null) =>
        StrayRow.Of(SpecificationTables.Spells, rule,
            ("HospProvSpellID", key), ("ServiceRequestID", referral), ("StartDateHospProvSpell", start), ("SourceAdmMHHospProvSpell", "53"),
            ("MethAdmMHHospProvSpell", "81"), ("DischDateHospProvSpell", end), ("MethOfDischMHHospProvSpell", end == "" ? "" : "1"),
            ("DestOfDischHospProvSpell", end == "" ? "" : "19"));

    static StrayRow Stay(string key, string spell, string start, string end) => StrayRow.Of(SpecificationTables.WardStays, null,
        ("WardStayID", key), ("HospProvSpellID", spell), ("WardCode", "ANY"), ("SiteIDOfWard", "ANY01"), ("StartDateWardStay", start),
        ("EndDateWardStay", end), ("MHAdmittedPatientClass", "301"));

    static StrayRow Oap(string key, string sender, string receiver, string start, string end, string? rule) =>
        StrayRow.Of(SpecificationTables.Oaps, rule,
            ("OAPID", key), ("LocalPatientID", "XP2"), ("OrgIDSending", sender), ("OrgIDReceiving", receiver), ("OATReason", "10"),
            ("StartDateOAP", start), ("EndDateOAP", end), ("MHAdmittedPatientClass", "301"));

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
