-- What hangs on no stay: wards, money, the caseload. It belongs to its submitter's collaborative at the end of its month (kpis.md §2), and
-- has the breakdowns that it tells something of. Incidents and waits are their stay's and their spell's.
CREATE MACRO level(name, code) AS {'breakdown': name, 'primary': known(code), 'secondary': 'NONE'};
CREATE MACRO in_lines(code) AS CASE WHEN code IN ('AAC', 'OAC', 'ASE', 'AED', 'PNM', 'CYP', 'LDA', 'REH', 'OTH') THEN code END;
CREATE MACRO demographics(p) AS [
    level('Age Band', age_band(p.age)), level('Gender', p.gender), level('Ethnic Group', p.ethnic_group),
    level('IMD Decile', format('{:02d}', p.imd))];

-- Facts of a month are not merged: a ward's beds row of every month counts, and so does every bill.
CREATE TABLE w_ward_month AS
SELECT w, ward_code || ' ' || reporting_period_start AS id, ward_code, org_id_provider AS provider, reporting_period_start AS seen,
    in_list(mh_admitted_patient_class) AS bed_class, service_line, commissioned_beds, avail_bed_days, closed_bed_days, open_beds, closed_reason
FROM beds JOIN "window" ON reporting_period_start BETWEEN first AND last;

CREATE TABLE w_crfd AS
SELECT w, crfd_id AS id, hosp_prov_spell_id AS spell_id, start_date AS started, end_date AS ended, night_end(end_date, reporting_period_start) AS night_end,
    end_date IS NULL AND reporting_period_start = last AS open, delay_reason, attrib_to
FROM (
    SELECT crfd.* REPLACE (coalesce(end_date, disch_date_hosp_prov_spell) AS end_date)
    FROM crfd LEFT JOIN (SELECT hosp_prov_spell_id, reporting_period_start, disch_date_hosp_prov_spell FROM spells)
        USING (hosp_prov_spell_id, reporting_period_start)
) JOIN "window" ON reporting_period_start BETWEEN first AND last
QUALIFY row_number() OVER (PARTITION BY w, crfd_id ORDER BY reporting_period_start DESC) = 1;

CREATE TABLE w_incident AS
SELECT w, incident_id AS id, ward_stay_id
FROM restrictive JOIN "window" ON reporting_period_start BETWEEN first AND last
QUALIFY row_number() OVER (PARTITION BY w, incident_id ORDER BY reporting_period_start DESC) = 1;

CREATE TABLE told_caseload AS
SELECT w, caseload_id AS id, org_id_provider AS provider, reporting_period_start AS seen, person_id AS told_person, home_icb, in_lines(service_line) AS service_line,
    start_date AS started, end_date AS ended, end_date IS NULL AND reporting_period_start = last AS open
FROM community JOIN "window" ON reporting_period_start BETWEEN first AND last
QUALIFY row_number() OVER (PARTITION BY w, caseload_id ORDER BY reporting_period_start DESC) = 1;

CREATE TABLE w_caseload AS SELECT * EXCLUDE (told_person) FROM told_caseload JOIN w_identity USING (w, provider, seen, told_person);

CREATE TABLE told_request AS
SELECT w, request_id AS id, org_id_provider AS provider, reporting_period_start AS seen, person_id AS told_person, home_icb, service_line,
    received_date_time AS received, outcome_date_time AS decided, outcome, in_list(mh_admitted_patient_class) AS bed_class, prim_reason_referral_mh AS primary_reason
FROM requests JOIN "window" ON reporting_period_start BETWEEN first AND last
QUALIFY row_number() OVER (PARTITION BY w, request_id ORDER BY reporting_period_start DESC) = 1;

CREATE TABLE w_request AS SELECT * EXCLUDE (told_person) FROM told_request JOIN w_identity USING (w, provider, seen, told_person);

CREATE TABLE w_offer AS
SELECT w, offer_id AS id, request_id, site_id, answer_date_time AS answered, answer, decline_reason
FROM offers JOIN "window" ON reporting_period_start BETWEEN first AND last
QUALIFY row_number() OVER (PARTITION BY w, offer_id ORDER BY reporting_period_start DESC) = 1;

-- Reviews of the window and of the two months after it that took place by its end.
CREATE TABLE w_review AS
SELECT "window".w, review_id AS id, i.person_id, hosp_prov_spell_id AS spell_id, oap_id, review_type, review_date AS day, next_review_due AS due,
    planned_return_date AS planned, CASE WHEN barrier IN ('BED', 'SVC', 'CLN', 'LEG', 'PLC', 'FND', 'FAM', 'OTH') THEN barrier END AS barrier
FROM reviews JOIN "window" ON reporting_period_start BETWEEN first AND last + INTERVAL 2 MONTH JOIN "ahead" a ON a.w = "window".w
JOIN w_identity i ON i.w = w_ahead AND i.provider = org_id_provider AND i.seen = reporting_period_start AND i.told_person = reviews.person_id
WHERE name = 'M'
QUALIFY row_number() OVER (PARTITION BY "window".w, review_id ORDER BY reporting_period_start DESC) = 1 AND review_date <= last_day;

CREATE TABLE bill AS
SELECT spend_id || ' ' || reporting_period_start AS id, org_id_provider AS provider, reporting_period_start AS seen, org_id_payee AS payee, site_id_payee AS site,
    nullif(org_id_comm, '') AS org_id_comm, in_lines(service_line) AS service_line, category, amount_actual::DOUBLE AS amount, recurrent = 'Y' AS recurrent,
    hosp_prov_spell_id AS spell_id, oap_id
FROM spend;

CREATE TABLE service AS
SELECT 'ward' AS kind, 'beds' AS lens, w, id, NULL AS person_id, provider, seen, service_line,
    [level('Provider', provider), level('Service Line', service_line)] AS levels
FROM w_ward_month
UNION ALL
SELECT 'closed', 'beds', w, id, NULL, provider, seen, service_line,
    [level('Provider', provider), level('Service Line', service_line), level('Closed Reason', CASE WHEN closed_reason IN ('STF', 'ACU', 'INF', 'EST', 'RPU', 'OTH') THEN closed_reason END)]
FROM w_ward_month WHERE closed_bed_days > 0
UNION ALL
SELECT 'caseload', 'people', w, id, person_id, provider, seen, service_line,
    [level('Provider', provider), level('Service Line', service_line), level('ICB', home_icb)] || demographics(person)
FROM w_caseload LEFT JOIN person USING (w, provider, seen, person_id)
UNION ALL
SELECT 'request', 'people', w, id, person_id, provider, seen, service_line,
    [level('Provider', provider), level('Service Line', service_line), level('ICB', home_icb), level('Primary Reason for Referral', in_reasons(primary_reason))] || demographics(person)
FROM w_request LEFT JOIN person USING (w, provider, seen, person_id)
UNION ALL
SELECT 'referral', 'people', w, service_request_id, person_id, provider, seen, service_line,
    [level('Provider', provider), level('Service Line', service_line), level('ICB', home_icb), level('Commissioner', org_id_comm),
        level('Primary Reason for Referral', in_reasons(primary_reason))] || demographics(person)
FROM w_referral LEFT JOIN person USING (w, provider, seen, person_id)
UNION ALL
-- A bill is a fact of its month, not of a window; w says in which window it counts, or what was spent in the baseline counts as saved.
SELECT 'bill', 'people', w, id, NULL, provider, seen, service_line,
    [level('Provider', provider), level('Service Line', service_line), level('Commissioner', org_id_comm)]
FROM bill, "window" WHERE seen <= last;

INSERT INTO counted_subject
WITH owned AS (
    SELECT provider, seen, service_line, collaborative_of(provider, service_line, last_day(seen)) AS collaborative
    FROM (SELECT DISTINCT provider, seen, service_line FROM service)
)
SELECT (SELECT max(n) FROM counted_subject) + row_number() OVER (), kind, lens, w, id, hash(person_id), collaborative, NULL, NULL, [level(NULL, 'NONE')] || levels
FROM service s JOIN owned o ON o.provider = s.provider AND o.seen = s.seen AND o.service_line IS NOT DISTINCT FROM s.service_line
WHERE collaborative IS NOT NULL;

-- A wait is its spell's, and has a reason and someone to whom it is put down.
INSERT INTO counted_subject
SELECT (SELECT max(n) FROM counted_subject) + row_number() OVER (), 'wait', lens, w, c.id, person, collaborative, NULL, NULL,
    levels || [
        level('Delay Reason', CASE WHEN delay_reason SIMILAR TO '0[1-9]|[12][0-9]|3[0-7]|98' THEN delay_reason END),
        level('Attributable To', CASE WHEN attrib_to IN ('04', '05', '06', '07') THEN attrib_to END)]
FROM w_crfd c JOIN counted_subject s USING (w) WHERE s.kind = 'spell' AND s.id = c.spell_id;

-- A budget is a collaborative's own.
CREATE TABLE budget AS
SELECT row_number() OVER () AS id, collaborative, in_lines(service_line) AS service_line, commissioner, amount::DOUBLE AS amount,
    make_date(left(financial_year, 4)::INT, 4, 1) AS first
FROM csv_budgets;

INSERT INTO counted_subject
SELECT (SELECT max(n) FROM counted_subject) + row_number() OVER (), 'budget', 'people', w, id::VARCHAR, NULL, collaborative, NULL, NULL,
    [level(NULL, 'NONE'), level('Service Line', service_line), level('Commissioner', commissioner)]
FROM budget, "window";

-- A cost that baselines.csv states, pounds per year, beats what the baseline's months add up to.
CREATE TABLE stated AS
SELECT row_number() OVER () AS id, collaborative, in_lines(service_line) AS service_line, value::DOUBLE AS amount
FROM csv_baselines WHERE measure_id = 'K22' AND split = 'actual';

INSERT INTO counted_subject
SELECT (SELECT max(n) FROM counted_subject) + row_number() OVER (), 'stated', 'people', w, id::VARCHAR, NULL, collaborative, NULL, NULL,
    [level(NULL, 'NONE'), level('Service Line', service_line)]
FROM stated, "window";

-- An offer declined is its request's, and has a site and a reason.
INSERT INTO counted_subject
SELECT (SELECT max(n) FROM counted_subject) + row_number() OVER (), 'declined', lens, w, o.id, person, collaborative, NULL, NULL,
    levels || [level('Site', site_id), level('Decline Reason', CASE WHEN decline_reason IN ('BED', 'STF', 'ACU', 'MIX', 'CRI', 'OTH') THEN decline_reason END)]
FROM w_offer o JOIN counted_subject s USING (w) WHERE s.kind = 'request' AND s.id = o.request_id AND answer = 'DEC';

-- Whether a provider that was expected to submit did: of every month, once in a collaborative and once in the programme.
CREATE TABLE expected_month AS
WITH months AS (SELECT w, unnest(generate_series(first, last, INTERVAL 1 MONTH))::DATE AS month FROM "window"),
state AS (
    SELECT provider, strptime(period, '%Y-%m')::DATE AS month, min(received) FILTER (status = 'accepted') AS received FROM judged GROUP BY ALL
)
SELECT w, collaborative, org_code AS provider, org_code || ' ' || months.month AS id, CASE
    WHEN received > timezone('Europe/London', (months.month + INTERVAL 1 MONTH + INTERVAL 20 DAY + INTERVAL 23 HOUR + INTERVAL 59 MINUTE)) THEN 'late'
    WHEN received IS NOT NULL THEN 'accepted' WHEN s.provider IS NOT NULL THEN 'rejected' ELSE 'missing' END AS state
FROM months JOIN member ON expected = 'Y' AND last_day(months.month) BETWEEN since AND until
LEFT JOIN state s ON s.provider = org_code AND s.month = months.month;

INSERT INTO counted_subject
SELECT (SELECT max(n) FROM counted_subject) + row_number() OVER (), 'month', 'beds', w, collaborative || ' ' || id, hash(id), collaborative, NULL, NULL,
    [level(NULL, 'NONE'), level('Provider', provider)]
FROM expected_month;

INSERT INTO counted_level SELECT DISTINCT unnest(levels) FROM counted_subject WHERE kind NOT IN ('placement', 'spell', 'stay');
