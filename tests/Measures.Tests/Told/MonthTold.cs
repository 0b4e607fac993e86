using Homeward.Columns;

namespace Homeward.Measures.Tests.Told;

/// <summary>What one provider's accepted submission of one month tells.</summary>
sealed class MonthTold(string provider, Month period)
{
    static readonly Dictionary<string, ITableTold> Tables = new List<ITableTold>
    {
        new TableTold<Patient>("patients", m => m.Patients)
            .Key("local_patient_id", r => r.Local).Text("person_id", r => r.Person).Number("age_at_period_end", r => r.Age)
            .Text("gender_id_code", r => r.Gender).Text("ethnic_category", r => r.Ethnic).Number("imd_decile", r => r.Imd)
            .Number("home_easting", r => r.Easting).Number("home_northing", r => r.Northing),
        new TableTold<Referral>("referrals", m => m.Referrals)
            .Key("service_request_id", r => r.Key).Key("local_patient_id", r => r.Patient).Text("person_id", r => r.Person)
            .Text("home_icb", r => r.Home).Text("service_line", r => r.Line).Text("org_id_comm", r => r.Commissioner)
            .Text("org_id_referring_org", r => r.Referring).Text("prim_reason_referral_mh", r => r.Primary).Text("reason_oat", r => r.Reason)
            .Date("referral_request_received_date", r => r.Received).Date("decision_date", r => r.Decided)
            .Text("referral_outcome", r => r.Outcome).Date("serv_disch_date", r => r.Discharged),
        new TableTold<Spell>("spells", m => m.Spells)
            .Key("hosp_prov_spell_id", r => r.Key).Key("service_request_id", r => r.Referral).Text("person_id", r => r.Person)
            .Text("home_icb", r => r.Home).Date("start_date_hosp_prov_spell", r => r.Start).Date("disch_date_hosp_prov_spell", r => r.End)
            .Text("meth_of_disch_mh_hosp_prov_spell", r => r.Method).Text("dest_of_disch_hosp_prov_spell", r => r.Destination)
            .Date("estimated_disch_date_hosp_prov_spell", r => r.Estimated).Text("legal_status_code", r => r.Legal),
        new TableTold<Stay>("ward_stays", m => m.Stays)
            .Key("ward_stay_id", r => r.Key).Key("hosp_prov_spell_id", r => r.Spell).Text("person_id", r => r.Person)
            .Text("home_icb", r => r.Home).Text("service_line", r => r.Line).Key("ward_code", r => r.Ward).Text("site_id_of_ward", r => r.Site)
            .Date("start_date_ward_stay", r => r.Start).Date("end_date_ward_stay", r => r.End)
            .Text("mh_admitted_patient_class", r => r.BedClass).Number("leave_days", r => r.Leave).Number("distance_km", r => r.Distance),
        new TableTold<Ward>("beds", m => m.Wards)
            .Key("ward_code", r => r.Code).Text("site_id_of_ward", r => r.Site).Text("mh_admitted_patient_class", r => r.BedClass)
            .Text("service_line", r => r.Line).Text("ward_intended_sex", r => r.Sex).Text("ward_sec_level", r => r.Security)
            .Number("commissioned_beds", r => r.Commissioned).Number("avail_bed_days", r => r.Available)
            .Number("closed_bed_days", r => r.Closed).Number("open_beds", r => r.Open).Text("closed_reason", r => r.Reason)
            .Text("ward_name", r => r.Name),
        new TableTold<Oap>("oaps", m => m.Oaps)
            .Key("oap_id", r => r.Key).Key("local_patient_id", r => r.Patient).Text("person_id", r => r.Person).Text("home_icb", r => r.Home)
            .Text("service_line", r => r.Line).Text("org_id_sending", r => r.Sending).Text("org_id_receiving", r => r.Receiving)
            .Text("site_id_receiving", r => r.Site).Text("oat_reason", r => r.Reason).Date("start_date_oap", r => r.Start)
            .Date("end_date_oap", r => r.End).Text("mh_admitted_patient_class", r => r.BedClass).Text("end_reason", r => r.EndReason)
            .Money("daily_rate", r => r.Rate, 9).Date("planned_return_date", r => r.Planned).Text("barrier", r => r.Barrier)
            .Number("distance_km", r => r.Distance),
        new TableTold<ReadyTold>("crfd", m => m.Ready)
            .Key("crfd_id", r => r.Key).Key("hosp_prov_spell_id", r => r.Spell).Date("start_date", r => r.Start).Date("end_date", r => r.End)
            .Text("delay_reason", r => r.Delay).Text("attrib_to", r => r.Attributable),
        new TableTold<OnCaseload>("community", m => m.Caseloads)
            .Key("caseload_id", r => r.Key).Text("person_id", r => r.Person).Text("home_icb", r => r.Home).Text("service_line", r => r.Line)
            .Date("start_date", r => r.Start).Date("end_date", r => r.End),
        new TableTold<ReviewTold>("reviews", m => m.Reviews)
            .Key("review_id", r => r.Key).Text("person_id", r => r.Person).Text("hosp_prov_spell_id", r => r.Spell).Text("oap_id", r => r.Oap)
            .Text("review_type", r => r.Type).Date("review_date", r => r.Date).Date("next_review_due", r => r.Next)
            .Date("planned_return_date", r => r.Planned).Text("barrier", r => r.Barrier),
        new TableTold<RequestTold>("requests", m => m.Requests)
            .Key("request_id", r => r.Key).Text("person_id", r => r.Person).Text("home_icb", r => r.Home).Text("service_line", r => r.Line)
            .Instant("received_date_time", r => r.Received).Text("mh_admitted_patient_class", r => r.BedClass)
            .Text("prim_reason_referral_mh", r => r.Primary).Text("outcome", r => r.Outcome).Instant("outcome_date_time", r => r.Decided),
        new TableTold<OfferTold>("offers", m => m.Offers)
            .Key("offer_id", r => r.Key).Key("request_id", r => r.Request).Text("site_id", r => r.Site)
            .Instant("answer_date_time", r => r.Answered).Text("answer", r => r.Answer).Text("decline_reason", r => r.Decline),
        new TableTold<IncidentTold>("restrictive", m => m.Incidents)
            .Key("incident_id", r => r.Key).Key("ward_stay_id", r => r.Stay).Date("incident_date", r => r.Date),
        new TableTold<SpendTold>("spend", m => m.Spend)
            .Text("org_id_payee", r => r.Payee).Text("site_id_payee", r => r.Site).Text("org_id_comm", r => r.Commissioner)
            .Text("service_line", r => r.Line).Text("category", r => r.Category).Money("amount_actual", r => r.Amount, 12)
            .Text("recurrent", r => r.Recurrent).Text("hosp_prov_spell_id", r => r.Spell).Text("oap_id", r => r.Oap),
    }.ToDictionary(table => table.Name, StringComparer.Ordinal);

    public string Provider { get; } = provider;

    public Month Period { get; } = period;

    public List<Patient> Patients { get; init; } = [];

    public List<Referral> Referrals { get; init; } = [];

    public List<Spell> Spells { get; init; } = [];

    public List<Stay> Stays { get; init; } = [];

    public List<Ward> Wards { get; init; } = [];

    public List<Oap> Oaps { get; init; } = [];

    public List<ReadyTold> Ready { get; init; } = [];

    public List<OnCaseload> Caseloads { get; init; } = [];

    public List<ReviewTold> Reviews { get; init; } = [];

    public List<RequestTold> Requests { get; init; } = [];

    public List<OfferTold> Offers { get; init; } = [];

    public List<IncidentTold> Incidents { get; init; } = [];

    public List<SpendTold> Spend { get; init; } = [];

    public ProviderMonth Curated() => new(
        Provider,
        Period,
        $"{Provider}-{Period}-u1",
        "0",
        (table, columns) => new Table(table, [.. columns.Select(column => Tables[table].Column(column, this))]));
}
