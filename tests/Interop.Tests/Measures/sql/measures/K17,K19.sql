-- Back in hospital, and brought home. Both look two months ahead: at the window read once more with them (name '+').
-- What the window knows stays as the window has it: the months ahead add records, and tell better who somebody is.
CREATE TABLE later_person AS
SELECT a.w, s.kind, s.id, any_value(s.person_id) AS person_id FROM "ahead" a JOIN subject s ON s.w = w_ahead WHERE s.kind IN ('spell', 'stay', 'placement') GROUP BY ALL;

CREATE TABLE known AS SELECT w, spell_id AS id FROM w_spell UNION ALL SELECT w, ward_stay_id FROM w_ward_stay UNION ALL SELECT w, oap_id FROM w_oap;

CREATE TABLE later_episode AS
WITH told AS (
    SELECT w, id, started, coalesce(ended, CASE WHEN open THEN DATE '9999-12-30' ELSE night_end END) AS until FROM w_episode JOIN "ahead" USING (w)
    UNION ALL
    SELECT a.w, id, started, coalesce(ended, CASE WHEN open THEN DATE '9999-12-30' ELSE night_end END) FROM "ahead" a JOIN w_episode e ON e.w = w_ahead ANTI JOIN known k ON k.w = a.w AND k.id = e.id
)
SELECT told.*, person_id FROM told JOIN later_person USING (w, id) WHERE kind = 'spell';

CREATE TABLE later_stay AS
WITH told AS (
    SELECT w, id, started, flow FROM w_stay JOIN "ahead" USING (w)
    UNION ALL
    SELECT a.w, id, started, flow FROM "ahead" a JOIN w_stay s ON s.w = w_ahead ANTI JOIN known k ON k.w = a.w AND k.id = s.id
)
SELECT told.*, person_id FROM told JOIN later_person USING (w, id) WHERE kind = 'stay';

CREATE TABLE goes_home AS
SELECT w, spell_id AS id,
    coalesce(method NOT IN ('4', '6', '7', '8'), true) AND coalesce(destination NOT IN ('48', '49', '50', '53', '79', '84', '87'), true) AS home FROM w_spell
UNION ALL
-- A sender's row has neither method nor destination; its end reasons say as much.
SELECT w, id, coalesce(end_reason NOT IN ('DIE', 'TRF', 'REP'), true) FROM w_placement WHERE source = 'sender_only';

INSERT INTO counted
WITH ended AS (
    SELECT 'beds' AS lens, w, id, ended, [id] AS ids, ended AS since
    FROM w_episode JOIN "window" USING (w) WHERE in_bed AND ended BETWEEN first AND last_day AND NOT ends_with(name, '+')
    UNION ALL
    -- Not within the journey, which the months ahead may show to go on, whenever what they tell began.
    SELECT 'people', j.w, last_id, j.ended, ids, j.ended + 2
    FROM w_journey j JOIN "window" USING (w)
    WHERE j.ended BETWEEN first AND last_day AND NOT ends_with(name, '+') AND NOT EXISTS (
        SELECT 1 FROM later_person p JOIN later_episode e USING (w, person_id)
        WHERE p.kind = 'spell' AND p.w = j.w AND p.id = j.last_id AND e.started <= j.ended + 1 AND e.until > j.ended AND NOT list_contains(j.ids, e.id))
),
next AS (
    SELECT lens, ended.w, ended.id, ended.ended, bed, (
        SELECT min(e.started) FROM later_person p JOIN later_episode e USING (w, person_id)
        WHERE p.kind = 'spell' AND p.w = ended.w AND p.id = ended.id AND e.started >= since AND NOT list_contains(ids, e.id)) AS next
    FROM ended JOIN goes_home USING (w, id), LATERAL (SELECT unnest([NULL, (SELECT in_list(at_end) FROM episode_bed b WHERE b.w = ended.w AND b.id = ended.id)]) AS bed)
    WHERE home
)
SELECT 'K17', 'pct_' || days, 'all', lens, 'spell', w, id, bed, 'percent', coalesce(next <= ended + days, false)::INT, 1
FROM next, (SELECT unnest([30, 14]) AS days);

-- The stays of a journey one after the other. A step: from out of flow, or from a placement's spell to another, to a stay in flow.
CREATE TABLE journey_stay AS
WITH told AS (
    SELECT w, ward_stay_id AS id, spell_id, started, ended, bed_class FROM w_ward_stay
    UNION ALL
    SELECT w, id, id, started, ended, sent_class FROM w_placement WHERE source = 'sender_only'
),
member AS (SELECT w, person_id, journey, unnest(ids) AS spell_id FROM w_journey)
SELECT m.w, m.person_id, journey, t.id, spell_id, t.started, t.ended, s.flow,
    EXISTS (SELECT 1 FROM w_placement p WHERE p.w = m.w AND (p.spell_id = m.spell_id OR (p.spell_id IS NULL AND p.id = m.spell_id))) AS placed,
    row_number() OVER (PARTITION BY m.w, m.person_id, journey ORDER BY t.started, e.started, spell_id, t.id) AS n
FROM member m JOIN told t USING (w, spell_id) JOIN w_stay s ON s.w = m.w AND s.id = t.id JOIN w_episode e ON e.w = m.w AND e.id = spell_id;

CREATE TABLE step AS
WITH pair AS (
    SELECT b.w, b.person_id, b.journey, b.id, b.n, b.started, a.n AS left_n
    FROM journey_stay a JOIN journey_stay b ON a.w = b.w AND a.person_id = b.person_id AND a.journey = b.journey AND b.n = a.n + 1
    WHERE b.flow = 'in' AND a.ended IS NOT NULL AND (a.flow = 'out' OR (a.placed AND a.spell_id <> b.spell_id))
)
-- Out since the first of the stays, without a break, that were out of flow or placed.
SELECT p.*, (
    SELECT max(o.n) FROM journey_stay o
    WHERE o.w = p.w AND o.person_id = p.person_id AND o.journey = p.journey AND o.n < p.left_n AND NOT (o.flow = 'out' OR o.placed)) AS before
FROM pair p;

-- The stay come back to, with the submitter, and with the reason, sender and receiver of the placement left last.
INSERT INTO counted_subject
WITH left_last AS (
    SELECT s.w, s.id, max_by(p.id, o.n) AS placement
    FROM step s JOIN journey_stay o ON o.w = s.w AND o.person_id = s.person_id AND o.journey = s.journey AND o.n <= s.left_n AND o.n > coalesce(before, 0)
    JOIN w_placement p ON p.w = o.w AND coalesce(p.spell_id, p.id) = o.spell_id
    GROUP BY s.w, s.id
)
SELECT (SELECT max(n) FROM counted_subject) + row_number() OVER (), 'homecoming', c.lens, c.w, c.id, c.person, c.collaborative, NULL, NULL,
    c.levels || [level('Provider', t.provider)]
    || CASE WHEN p.id IS NULL THEN [] ELSE [
        level('OAP Reason', CASE WHEN p.reason IN ('10', '11', '12', '13', '14', '15', '99') THEN p.reason END),
        level('Sending Provider', p.sender),
        level('Receiving Provider', p.receiver),
        {'breakdown': 'Sending Provider; Receiving Provider', 'primary': p.sender, 'secondary': p.receiver}] END
FROM step s JOIN counted_subject c USING (w, id) JOIN subject t ON t.w = c.w AND t.id = c.id AND t.kind = 'stay'
LEFT JOIN left_last USING (w, id) LEFT JOIN w_placement p ON p.w = c.w AND p.id = placement
WHERE c.kind = 'stay' AND c.lens = 'people';
INSERT INTO counted_level SELECT DISTINCT unnest(levels) FROM counted_subject WHERE kind = 'homecoming';

CREATE TABLE repatriation AS
WITH stepped AS (
    SELECT DISTINCT s.w, o.spell_id FROM step s JOIN journey_stay o ON o.w = s.w AND o.person_id = s.person_id AND o.journey = s.journey
        AND o.n <= s.left_n AND o.n > coalesce(before, 0)
)
SELECT 'to_bed' AS split, 'homecoming' AS kind, s.w, s.id, started AS day,
    started - (SELECT min(o.started) FROM journey_stay o WHERE o.w = s.w AND o.person_id = s.person_id AND o.journey = s.journey
        AND o.n = coalesce(before, 0) + 1) AS days_out, (SELECT bed_class FROM w_stay t WHERE t.w = s.w AND t.id = s.id) AS bed_class
FROM step s
UNION ALL
SELECT CASE end_reason WHEN 'REP' THEN 'to_bed' ELSE 'to_community' END, 'placement', w, id, ended, ended - started, in_list(at_end)
FROM w_placement JOIN placement_bed USING (w, id)
WHERE end_reason IN ('REP', 'RPC') AND ended IS NOT NULL AND (w, coalesce(spell_id, id)) NOT IN (SELECT (w, spell_id) FROM stepped);

INSERT INTO counted
WITH told AS (
    SELECT r.*, bed FROM repatriation r JOIN "window" USING (w), LATERAL (SELECT unnest([NULL, bed_class]) AS bed)
    WHERE day BETWEEN first AND last_day AND NOT ends_with(name, '+')
),
judged AS (
    SELECT *, EXISTS (
        SELECT 1 FROM later_person p JOIN later_stay o USING (w, person_id)
        WHERE p.w = t.w AND p.kind = CASE t.kind WHEN 'homecoming' THEN 'stay' ELSE t.kind END AND p.id = t.id AND o.flow = 'out' AND o.started > t.day AND o.started <= t.day + 60) AS out_again
    FROM told t
),
figure AS (
    SELECT split, 'sum' AS how, kind, w, id, bed, 1 AS num, NULL AS den FROM judged
    UNION ALL
    SELECT 'people', 'people', kind, w, id, bed, 1, NULL FROM judged
    UNION ALL
    SELECT 'median_days', 'median', kind, w, id, bed, days_out, NULL FROM judged
    UNION ALL
    SELECT 'sustained', 'percent', kind, w, id, bed, (NOT out_again)::INT, 1 FROM judged
)
SELECT 'K19', split, 'all', 'people', kind, w, id, bed, how, num, den FROM figure;
