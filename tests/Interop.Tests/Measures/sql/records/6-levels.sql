-- The levels of every breakdown, for each record that can count (kpis.md §3, "Rows"). Provider rows of placements are the submitter's.
CREATE MACRO known(code) AS coalesce(nullif(code, ''), 'UNKNOWN');
CREATE MACRO in_reasons(code) AS CASE WHEN code SIMILAR TO '0[1-9]|1[0-68-9]|2[0-9]|3[01]' THEN code ELSE 'UNKNOWN' END;
CREATE MACRO age_band(age) AS CASE
    WHEN age IS NULL THEN 'UNKNOWN' WHEN age < 18 THEN '0-17' WHEN age < 25 THEN '18-24' WHEN age >= 65 THEN '65 or over'
    ELSE format('{}-{}', age // 5 * 5, age // 5 * 5 + 4) END;

CREATE TABLE counted_subject AS
WITH told AS (
    SELECT s.*, b.people, b.beds,
        coalesce(own.age, senders.age) AS age, coalesce(own.imd, senders.imd) AS imd,
        coalesce(own.gender, senders.gender) AS gender, coalesce(own.ethnic_group, senders.ethnic_group) AS ethnic_group
    FROM subject s
    JOIN belongs b ON b.sender IS NOT DISTINCT FROM s.sender AND b.placement_start IS NOT DISTINCT FROM s.placement_start
        AND b.provider = s.provider AND b.home_icb IS NOT DISTINCT FROM s.home_icb AND b.service_line IS NOT DISTINCT FROM s.service_line
        AND b.day = s.day
    LEFT JOIN person own ON own.w = s.w AND own.provider = s.provider AND own.seen = s.seen AND own.person_id = s.person_id
    LEFT JOIN person senders ON senders.w = s.w AND senders.provider = s.sender_provider AND senders.seen = s.sender_seen AND senders.person_id = s.person_id
),
lensed AS (
    SELECT * EXCLUDE (lens), 'people' AS lens, people AS collaborative FROM told WHERE people IS NOT NULL
    UNION ALL BY NAME
    -- Only those whom a submitter has in its own beds: a sender's row is no bed.
    SELECT * EXCLUDE (lens), 'beds' AS lens, beds AS collaborative FROM told
    WHERE beds IS NOT NULL AND kind <> 'placement' AND NOT (kind IN ('spell', 'stay') AND id IN (SELECT id FROM w_placement WHERE source = 'sender_only'))
)
SELECT row_number() OVER () AS n, kind, lens, w, id, hash(person_id) AS person, collaborative, people, beds,
    [
        {'breakdown': NULL, 'primary': 'NONE', 'secondary': 'NONE'},
        {'breakdown': 'Commissioner', 'primary': known(org_id_comm), 'secondary': 'NONE'},
        {'breakdown': 'Service Line', 'primary': known(service_line), 'secondary': 'NONE'},
        {'breakdown': 'Primary Reason for Referral', 'primary': in_reasons(primary_reason), 'secondary': 'NONE'}
    ]
    || CASE WHEN lens = 'beds' OR kind = 'placement' THEN [{'breakdown': 'Provider', 'primary': provider, 'secondary': 'NONE'}] ELSE [] END
    || CASE WHEN lens = 'people' THEN [
        {'breakdown': 'ICB', 'primary': known(home_icb), 'secondary': 'NONE'},
        {'breakdown': 'Age Band', 'primary': age_band(age), 'secondary': 'NONE'},
        {'breakdown': 'Gender', 'primary': known(gender), 'secondary': 'NONE'},
        {'breakdown': 'Ethnic Group', 'primary': known(ethnic_group), 'secondary': 'NONE'},
        {'breakdown': 'IMD Decile', 'primary': coalesce(format('{:02d}', imd), 'UNKNOWN'), 'secondary': 'NONE'}] ELSE [] END
    || CASE WHEN kind = 'placement' THEN [
        {'breakdown': 'OAP Reason', 'primary': CASE WHEN reason IN ('10', '11', '12', '13', '14', '15', '99') THEN reason ELSE 'UNKNOWN' END, 'secondary': 'NONE'},
        {'breakdown': 'Sending Provider', 'primary': sender, 'secondary': 'NONE'},
        {'breakdown': 'Receiving Provider', 'primary': receiver, 'secondary': 'NONE'},
        {'breakdown': 'Sending Provider; Receiving Provider', 'primary': sender, 'secondary': receiver}] ELSE [] END AS levels
FROM lensed;

CREATE TABLE counted_level AS SELECT DISTINCT unnest(levels) AS level FROM counted_subject;

-- What measures put in: one row per record and figure. bed_class is given where the row counts for the Bed Class breakdown only.
CREATE TABLE counted (
    measure VARCHAR, split VARCHAR, scope VARCHAR, lens VARCHAR, kind VARCHAR, w BIGINT, id VARCHAR, bed_class VARCHAR,
    how VARCHAR, num DOUBLE, den DOUBLE);
