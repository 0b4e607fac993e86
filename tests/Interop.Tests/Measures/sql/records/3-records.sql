-- One record per key: the latest month of the window wins. Keys carry their provider, so that a key is (provider, key).
-- night_end: the day after the last night, where lost records stop with the month that last showed them (kpis.md §1, "Lost").
CREATE MACRO night_end(ended, seen) AS coalesce(ended, (seen + INTERVAL 1 MONTH)::DATE);

-- Parents are joined in the same way: whose a record is, the newest patients row of the window tells.
CREATE TABLE w_identity AS
SELECT w, org_id_provider AS provider, reporting_period_start AS seen, person_id AS told_person,
    first_value(person_id) OVER (PARTITION BY w, local_patient_id ORDER BY reporting_period_start DESC) AS person_id
FROM patients JOIN "window" ON reporting_period_start BETWEEN first AND last;

CREATE TABLE told_referral AS
SELECT w, service_request_id, org_id_comm, nullif(org_id_referring_org, '') AS referring_org, nullif(reason_oat, '') AS reason_oat,
    prim_reason_referral_mh AS primary_reason, org_id_provider AS provider, reporting_period_start AS seen, person_id AS told_person, home_icb, service_line,
    referral_request_received_date AS received, decision_date AS decided, referral_outcome AS outcome
FROM referrals JOIN "window" ON reporting_period_start BETWEEN first AND last
QUALIFY row_number() OVER (PARTITION BY w, service_request_id ORDER BY reporting_period_start DESC) = 1;

CREATE TABLE w_referral AS SELECT * EXCLUDE (told_person) FROM told_referral JOIN w_identity USING (w, provider, seen, told_person);

-- A stay left open in a spell that its own submission says is over ends with it.
CREATE TABLE told_ward_stay AS
SELECT w, ward_stay_id, hosp_prov_spell_id AS spell_id, org_id_provider AS provider, reporting_period_start AS seen, person_id AS told_person,
    start_date_ward_stay AS started, end_date_ward_stay AS ended, night_end(end_date_ward_stay, reporting_period_start) AS night_end,
    end_date_ward_stay IS NULL AND reporting_period_start = last AS open,
    mh_admitted_patient_class AS bed_class, ward_code, site_id_of_ward AS site, home_icb, service_line, distance_km,
    sum(coalesce(leave_days, 0)) OVER (PARTITION BY w, ward_stay_id) AS leave_days
FROM (
    SELECT ward_stays.* REPLACE (coalesce(end_date_ward_stay, disch_date_hosp_prov_spell) AS end_date_ward_stay)
    FROM ward_stays LEFT JOIN (SELECT hosp_prov_spell_id, reporting_period_start, disch_date_hosp_prov_spell FROM spells)
        USING (hosp_prov_spell_id, reporting_period_start)
) JOIN "window" ON reporting_period_start BETWEEN first AND last
QUALIFY row_number() OVER (PARTITION BY w, ward_stay_id ORDER BY reporting_period_start DESC) = 1;

CREATE TABLE w_ward_stay AS SELECT * EXCLUDE (told_person) FROM told_ward_stay JOIN w_identity USING (w, provider, seen, told_person);

CREATE TABLE w_spell AS
WITH latest AS (
    SELECT w, hosp_prov_spell_id AS spell_id, service_request_id, org_id_provider AS provider, reporting_period_start AS seen, person_id AS told_person,
        start_date_hosp_prov_spell AS started, disch_date_hosp_prov_spell AS ended,
        night_end(disch_date_hosp_prov_spell, reporting_period_start) AS night_end,
        disch_date_hosp_prov_spell IS NULL AND reporting_period_start = last AS open,
        home_icb, meth_of_disch_mh_hosp_prov_spell AS method, dest_of_disch_hosp_prov_spell AS destination
    FROM spells JOIN "window" ON reporting_period_start BETWEEN first AND last
    QUALIFY row_number() OVER (PARTITION BY w, hosp_prov_spell_id ORDER BY reporting_period_start DESC) = 1
),
last_stay AS (
    SELECT w, spell_id, max_by(struct_pack(line := service_line), (started, ward_stay_id)).line AS service_line
    FROM w_ward_stay GROUP BY w, spell_id
)
SELECT latest.* EXCLUDE (told_person), person_id, last_stay.service_line, org_id_comm, referring_org, reason_oat, primary_reason
FROM latest JOIN w_identity USING (w, provider, seen, told_person) LEFT JOIN last_stay USING (w, spell_id)
LEFT JOIN (SELECT w, service_request_id, org_id_comm, referring_org, reason_oat, primary_reason FROM w_referral) USING (w, service_request_id);

CREATE TABLE told_oap AS
SELECT w, oap_id, org_id_provider AS provider, reporting_period_start AS seen, person_id AS told_person, org_id_sending, org_id_receiving,
    site_id_receiving AS site, oat_reason AS reason, start_date_oap AS started, end_date_oap AS ended, mh_admitted_patient_class AS bed_class,
    end_reason, daily_rate, planned_return_date, barrier, home_icb, service_line, distance_km
FROM oaps JOIN "window" ON reporting_period_start BETWEEN first AND last
QUALIFY row_number() OVER (PARTITION BY w, oap_id ORDER BY reporting_period_start DESC) = 1;

CREATE TABLE w_oap AS SELECT * EXCLUDE (told_person) FROM told_oap JOIN w_identity USING (w, provider, seen, told_person);

-- Who somebody is, by what the same provider said of them in the month that carries a record (kpis.md §2).
CREATE TABLE person AS
SELECT w, org_id_provider AS provider, reporting_period_start AS seen, w_identity.person_id, age_at_period_end AS age, imd_decile AS imd,
    CASE WHEN gender_id_code IN ('1', '2', '3', '4', '9', 'X', 'Z') THEN gender_id_code END AS gender,
    CASE
        WHEN ethnic_category IN ('A', 'B', 'C') THEN 'White'
        WHEN ethnic_category IN ('D', 'E', 'F', 'G') THEN 'Mixed'
        WHEN ethnic_category IN ('H', 'J', 'K', 'L') THEN 'Asian'
        WHEN ethnic_category IN ('M', 'N', 'P') THEN 'Black'
        WHEN ethnic_category IN ('R', 'S') THEN 'Other'
        WHEN ethnic_category = 'Z' THEN 'Not Stated'
        WHEN ethnic_category = '99' THEN 'Not Known'
    END AS ethnic_group
FROM patients JOIN w_identity ON provider = org_id_provider AND seen = reporting_period_start AND told_person = patients.person_id
QUALIFY row_number() OVER (PARTITION BY w, provider, seen, w_identity.person_id ORDER BY local_patient_id) = 1;
