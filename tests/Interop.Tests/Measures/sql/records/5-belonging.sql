-- The two lenses (kpis.md §2): to which collaborative a placement, spell or stay belongs. A line that is unknown counts in.
CREATE MACRO answers_for(collab, service, day) AS service IS NULL OR EXISTS (
    SELECT 1 FROM line l WHERE l.collaborative = collab AND l.service_line = service AND day BETWEEN l.since AND l.until);

CREATE MACRO is_member(org, day) AS EXISTS (SELECT 1 FROM member m WHERE m.org_code = org AND day BETWEEN m.since AND m.until);

CREATE MACRO collaborative_of(org, service, day) AS (
    SELECT min_by(m.collaborative, position) FROM member m JOIN collaborative USING (collaborative)
    WHERE m.org_code = org AND day BETWEEN m.since AND m.until AND answers_for(m.collaborative, service, day));

-- Of several that list a home whose line is unknown, the submitter's own.
CREATE MACRO collaborative_at_home(home, service, day, own) AS (
    SELECT min_by(f.collaborative, (f.collaborative IS DISTINCT FROM own, position)) FROM natural_flow f JOIN collaborative USING (collaborative)
    WHERE f.home_icb = home AND day BETWEEN f.since AND f.until AND (service IS NULL OR f.service_line = service));

CREATE MACRO flow(home, service, site, day) AS CASE
    WHEN home IS NULL OR site IS NULL THEN 'unknown'
    WHEN EXISTS (
        SELECT 1 FROM natural_flow f
        WHERE f.home_icb = home AND f.site_code = site AND day BETWEEN f.since AND f.until AND (service IS NULL OR f.service_line = service))
        THEN 'in' ELSE 'out' END;

-- Placements, and the spells and stays that are theirs: a member's who sent them, else the home's. Spells and stays of no placement: the
-- home's, and where it is unknown, the submitter's.
CREATE TABLE placement_of_spell AS SELECT w, spell_id, id AS placement, sender, started AS placement_start FROM w_placement WHERE spell_id IS NOT NULL;

CREATE TABLE subject AS
SELECT 'placement' AS kind, 'people' AS lens, w, id, person_id, provider, seen, last_day(seen) AS day, home_icb, service_line, sender,
    started AS placement_start, org_id_comm, primary_reason, reason, receiver, sender_provider, sender_seen
FROM w_placement
UNION ALL BY NAME
SELECT 'spell' AS kind, 'people' AS lens, w, spell_id AS id, person_id, provider, seen, last_day(seen) AS day, home_icb, service_line, sender,
    placement_start, org_id_comm, primary_reason
FROM w_spell LEFT JOIN placement_of_spell USING (w, spell_id)
UNION ALL BY NAME
SELECT 'stay' AS kind, 'people' AS lens, w, ward_stay_id AS id, s.person_id, s.provider, s.seen, last_day(s.seen) AS day, s.home_icb,
    s.service_line, sender, placement_start, org_id_comm, primary_reason
FROM w_ward_stay s JOIN w_spell USING (w, spell_id) LEFT JOIN placement_of_spell USING (w, spell_id)
UNION ALL BY NAME
SELECT unnest(['spell', 'stay']) AS kind, 'people' AS lens, w, id, person_id, provider, seen, last_day(seen) AS day, home_icb, service_line,
    sender, started AS placement_start
FROM w_placement WHERE source = 'sender_only';

CREATE TABLE belongs AS
WITH asked AS (SELECT DISTINCT sender, placement_start, provider, home_icb, service_line, day FROM subject),
candidate AS (
    SELECT *, collaborative_of(provider, service_line, day) AS beds, collaborative_of(provider, NULL, day) AS own,
        sender IS NOT NULL AND is_member(sender, placement_start) AS sent_by_member,
        collaborative_of(sender, service_line, placement_start) AS senders
    FROM asked
),
at_home AS (SELECT *, collaborative_at_home(home_icb, service_line, day, own) AS homes FROM candidate)
SELECT sender, placement_start, provider, home_icb, service_line, day, beds,
    CASE
        WHEN sent_by_member THEN senders
        WHEN home_icb IS NULL AND sender IS NULL THEN beds
        WHEN answers_for(homes, service_line, coalesce(placement_start, day)) THEN homes
    END AS people
FROM at_home;
