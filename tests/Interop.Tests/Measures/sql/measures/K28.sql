-- Whose review it is: the person's whose spell or row it names, whoever its own provider thinks that is.
CREATE TABLE reviewed AS
SELECT r.* EXCLUDE (person_id), coalesce(s.person_id, o.person_id, r.person_id) AS person_id
FROM w_review r LEFT JOIN w_spell s ON s.w = r.w AND s.spell_id = r.spell_id LEFT JOIN w_oap o ON o.w = r.w AND o.oap_id = r.oap_id;

-- CRAFT reviews, of the month before too: the fourteen days may have begun in it.
CREATE TABLE early_review AS
WITH named AS (SELECT w, name, first - INTERVAL 1 MONTH AS since, last + INTERVAL 2 MONTH AS until FROM "window" WHERE name = 'M'),
who AS (
    SELECT w, org_id_provider AS provider, reporting_period_start AS seen, person_id AS told_person,
        first_value(person_id) OVER (PARTITION BY w, local_patient_id ORDER BY reporting_period_start DESC) AS person_id
    FROM patients JOIN named ON reporting_period_start BETWEEN since AND until
),
told AS (
    SELECT w, r.* FROM reviews r JOIN named ON reporting_period_start BETWEEN since AND until
    QUALIFY row_number() OVER (PARTITION BY w, review_id ORDER BY reporting_period_start DESC) = 1
)
SELECT r.w, review_date AS day, coalesce(s.person_id, o.person_id, who.person_id) AS person_id
FROM told r JOIN who ON who.w = r.w AND provider = org_id_provider AND seen = reporting_period_start AND told_person = r.person_id
LEFT JOIN w_spell s ON s.w = r.w AND s.spell_id = r.hosp_prov_spell_id LEFT JOIN w_oap o ON o.w = r.w AND o.oap_id = r.oap_id
WHERE review_type = 'CRAFT';

-- Reviews of placements: those that name the placement's spell or row, or nothing but the person.
CREATE TABLE placement_review AS
SELECT p.w, p.id, r.id AS review, day, due, planned, r.barrier
FROM w_placement p JOIN reviewed r USING (w)
WHERE r.spell_id = p.spell_id OR r.oap_id = p.oap_id OR (r.spell_id IS NULL AND r.oap_id IS NULL AND r.person_id = p.person_id);

CREATE TABLE review_state AS
SELECT p.w, p.id, max(day) AS last_review,
    min_by(struct_pack(due := due), (DATE '9999-12-31' - day, coalesce(due, DATE '9999-12-31'))).due AS due,
    coalesce(min_by(r.planned, (DATE '9999-12-31' - day, r.planned)) FILTER (r.planned IS NOT NULL), any_value(p.planned_return_date)) AS planned,
    coalesce(min_by(r.barrier, (DATE '9999-12-31' - day, r.barrier)) FILTER (r.barrier IS NOT NULL), any_value(p.barrier)) AS barrier
FROM w_placement p JOIN "window" e USING (w) LEFT JOIN placement_review r ON r.w = p.w AND r.id = p.id
WHERE name = 'M' GROUP BY p.w, p.id;

INSERT INTO counted_subject
SELECT (SELECT max(n) FROM counted_subject) + row_number() OVER (), 'held', lens, w, id, person, collaborative, NULL, NULL, levels || [level('Barrier', barrier)]
FROM counted_subject JOIN review_state USING (w, id) WHERE kind = 'placement';
INSERT INTO counted_level SELECT DISTINCT unnest(levels) FROM counted_subject WHERE kind = 'held';

INSERT INTO counted
WITH active AS (
    SELECT w, id, bed_class, last_day, last_review, due, planned FROM counted JOIN review_state USING (w, id) JOIN "window" USING (w)
    WHERE measure = 'K01' AND split = 'all' AND scope = 'all'
),
figure AS (
    SELECT 'pct_reviewed' AS split, 'percent' AS how, 'placement' AS kind, w, id, bed_class, coalesce(last_review > last_day - 28, false)::INT AS num, 1 AS den FROM active
    UNION ALL
    SELECT 'pct_planned', 'percent', 'placement', w, id, bed_class, (planned IS NOT NULL)::INT, 1 FROM active
    UNION ALL
    SELECT 'plan_passed', 'sum', 'placement', w, id, bed_class, 1, NULL FROM active WHERE planned <= last_day
    UNION ALL
    SELECT 'overdue', 'sum', 'placement', w, id, bed_class, 1, NULL FROM active WHERE due <= last_day
    UNION ALL
    SELECT 'nights', 'sum', 'held', w, id, NULL, nights, NULL FROM placement_cost JOIN review_state USING (w, id)
    UNION ALL
    SELECT 'nights', 'sum', 'held', w, id, in_list(bed_class), count(DISTINCT night), NULL FROM placement_night JOIN review_state USING (w, id) GROUP BY ALL
),
-- Admissions whose first fourteen days ended in the month, with the discharge where that came first.
admission AS (
    SELECT w, e.id, in_list(at_start) AS bed_class, EXISTS (
        SELECT 1 FROM early_review r WHERE r.w = e.w AND r.person_id = s.person_id AND day BETWEEN e.started AND least(e.started + 14, e.ended)) AS reviewed
    FROM w_episode e JOIN subject s USING (w, id) JOIN episode_bed USING (w, id) JOIN "window" USING (w)
    WHERE s.kind = 'spell' AND name = 'M' AND least(e.started + 14, e.ended) BETWEEN first AND last_day
)
SELECT 'K28', split, 'all', 'people', kind, w, id, bed_class, how, num, den FROM figure
UNION ALL
SELECT 'K28', 'pct_craft', 'all', 'people', 'spell', w, id, bed, 'percent', reviewed::INT, 1 FROM admission, LATERAL (SELECT unnest([NULL, bed_class]) AS bed);
