using Homeward.Columns;

namespace Homeward.Measures.Tests.Told;

/// <summary>What one provider's accepted submission of one month tells.</summary>
sealed class MonthTold(string provider, Month period)
{
    public string Provider { get; } = provider;

    public Month Period { get; } = period;

    public List<Patient> Patients { get; init; } = [];

    public List<Referral> Referrals { get; init; } = [];

    public List<Spell> Spells { get; init; } = [];

    public List<Stay> Stays { get; init; } = [];

    public List<Oap> Oaps { get; init; } = [];

    public ProviderMonth Curated() => new(
        Provider,
        Period,
        $"{Provider}-{Period}-u1",
        "0",
        (table, columns) => new Table(table, [.. columns.Select(column => Column(table, column))]));

    Column Column(string table, string column) => table switch
    {
        "patients" => column switch
        {
            "local_patient_id" => Key(column, Patients, r => r.Local),
            "person_id" => Text(column, Patients, r => r.Person),
            "age_at_period_end" => Number(column, Patients, r => r.Age),
            "gender_id_code" => Text(column, Patients, r => r.Gender),
            "ethnic_category" => Text(column, Patients, r => r.Ethnic),
            "imd_decile" => Number(column, Patients, r => r.Imd),
            _ => throw Unknown(table, column),
        },
        "referrals" => column switch
        {
            "service_request_id" => Key(column, Referrals, r => r.Key),
            "local_patient_id" => Key(column, Referrals, r => r.Patient),
            "org_id_comm" => Text(column, Referrals, r => r.Commissioner),
            "org_id_referring_org" => Text(column, Referrals, r => r.Referring),
            "prim_reason_referral_mh" => Text(column, Referrals, r => r.Primary),
            "reason_oat" => Text(column, Referrals, r => r.Reason),
            "person_id" => Text(column, Referrals, r => r.Person),
            "home_icb" => Text(column, Referrals, r => r.Home),
            "service_line" => Text(column, Referrals, r => r.Line),
            "referral_request_received_date" => Date(column, Referrals, r => r.Received),
            "decision_date" => Date(column, Referrals, r => r.Decided),
            "referral_outcome" => Text(column, Referrals, r => r.Outcome),
            "serv_disch_date" => Date(column, Referrals, r => r.Discharged),
            _ => throw Unknown(table, column),
        },
        "spells" => column switch
        {
            "hosp_prov_spell_id" => Key(column, Spells, r => r.Key),
            "service_request_id" => Key(column, Spells, r => r.Referral),
            "person_id" => Text(column, Spells, r => r.Person),
            "home_icb" => Text(column, Spells, r => r.Home),
            "start_date_hosp_prov_spell" => Date(column, Spells, r => r.Start),
            "disch_date_hosp_prov_spell" => Date(column, Spells, r => r.End),
            _ => throw Unknown(table, column),
        },
        "ward_stays" => column switch
        {
            "ward_stay_id" => Key(column, Stays, r => r.Key),
            "hosp_prov_spell_id" => Key(column, Stays, r => r.Spell),
            "person_id" => Text(column, Stays, r => r.Person),
            "home_icb" => Text(column, Stays, r => r.Home),
            "service_line" => Text(column, Stays, r => r.Line),
            "ward_code" => Key(column, Stays, r => r.Ward),
            "site_id_of_ward" => Text(column, Stays, r => r.Site),
            "start_date_ward_stay" => Date(column, Stays, r => r.Start),
            "end_date_ward_stay" => Date(column, Stays, r => r.End),
            "mh_admitted_patient_class" => Text(column, Stays, r => r.BedClass),
            "leave_days" => Number(column, Stays, r => r.Leave),
            "distance_km" => Number(column, Stays, r => r.Distance),
            _ => throw Unknown(table, column),
        },
        "oaps" => column switch
        {
            "oap_id" => Key(column, Oaps, r => r.Key),
            "local_patient_id" => Key(column, Oaps, r => r.Patient),
            "person_id" => Text(column, Oaps, r => r.Person),
            "home_icb" => Text(column, Oaps, r => r.Home),
            "service_line" => Text(column, Oaps, r => r.Line),
            "org_id_sending" => Text(column, Oaps, r => r.Sending),
            "org_id_receiving" => Text(column, Oaps, r => r.Receiving),
            "site_id_receiving" => Text(column, Oaps, r => r.Site),
            "oat_reason" => Text(column, Oaps, r => r.Reason),
            "start_date_oap" => Date(column, Oaps, r => r.Start),
            "end_date_oap" => Date(column, Oaps, r => r.End),
            "mh_admitted_patient_class" => Text(column, Oaps, r => r.BedClass),
            "end_reason" => Text(column, Oaps, r => r.EndReason),
            "daily_rate" => Money(column, Oaps, r => r.Rate, 9),
            "planned_return_date" => Date(column, Oaps, r => r.Planned),
            "barrier" => Text(column, Oaps, r => r.Barrier),
            "distance_km" => Number(column, Oaps, r => r.Distance),
            _ => throw Unknown(table, column),
        },
        _ => throw Unknown(table, column),
    };

    static InvalidOperationException Unknown(string table, string column) => new($"The tests do not tell {table}.{column}.");

    TextColumn Key<T>(string name, List<T> rows, Func<T, string?> text) =>
        TextColumn.From(name, rows.Select(row => text(row) is { } key ? $"{Provider}|{key}" : null));

    static TextColumn Text<T>(string name, List<T> rows, Func<T, string?> text) => TextColumn.From(name, rows.Select(text));

    static Int32Column Number<T>(string name, List<T> rows, Func<T, int?> number) =>
        new(name, [.. rows.Select(row => number(row) ?? 0)], Nulls(rows, row => number(row) is null));

    static DateColumn Date<T>(string name, List<T> rows, Func<T, DateOnly?> date) =>
        new(name, [.. rows.Select(row => date(row) is { } day ? DateColumn.Days(day) : 0)], Nulls(rows, row => date(row) is null));

    static DecimalColumn Money<T>(string name, List<T> rows, Func<T, decimal?> money, int precision) =>
        new(name, [.. rows.Select(row => (long)((money(row) ?? 0) * 100))], precision, 2, Nulls(rows, row => money(row) is null));

    static Bits Nulls<T>(List<T> rows, Predicate<T> isNull)
    {
        var nulls = new Bits(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            nulls[row] = isNull(rows[row]);
        }

        return nulls;
    }
}
