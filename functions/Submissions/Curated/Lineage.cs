using System.Text;
using Homeward.Columns;
using Homeward.Reference;
using Homeward.Submissions.Curated.People;

namespace Homeward.Submissions.Curated;

/// <summary>How rows hang together: referral → patient, spell → referral, ward stay → spell; and what children take from their parents.</summary>
sealed class Lineage
{
    public Lineage(Persons persons, Table referrals, Table spells, Table wardStays, ReferenceData reference, DateOnly end)
    {
        ReferralPatient = persons.Of(referrals.Text("local_patient_id"));
        var commissioners = referrals.Text("org_id_comm");
        var icbs = PerCode.Of(commissioners, utf8 => persons.Icbs.Add(HomeIcb.OfCommissioner(reference, Encoding.UTF8.GetString(utf8), end)));
        ReferralHome = persons.Homes(ReferralPatient, PerCode.Rows(commissioners, icbs));
        var services = referrals.Text("specialised_mh_service_code");
        ReferralLine = PerCode.Rows(services, LineColumn.OfServiceCodes(services, reference.Codes), ServiceLine.Unknown);

        var spellReferral = PerCode.Parents(spells.Text("service_request_id"), referrals.Text("service_request_id"));
        SpellPatient = PerCode.Through(spellReferral, ReferralPatient);
        SpellHome = PerCode.Through(spellReferral, ReferralHome);
        SpellLine = PerCode.Through(spellReferral, ReferralLine, ServiceLine.Unknown);

        StaySpell = PerCode.Parents(wardStays.Text("hosp_prov_spell_id"), spells.Text("hosp_prov_spell_id"));
        StayPatient = PerCode.Through(StaySpell, SpellPatient);
    }

    public int[] ReferralPatient { get; }

    public int[] ReferralHome { get; }

    /// <summary>Of the referral's service code.</summary>
    public ServiceLine[] ReferralLine { get; }

    public int[] SpellPatient { get; }

    public int[] SpellHome { get; }

    /// <summary>Of its referral's service code.</summary>
    public ServiceLine[] SpellLine { get; }

    public int[] StaySpell { get; }

    public int[] StayPatient { get; }
}
