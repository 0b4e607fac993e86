-- Placements (kpis.md §2): from receivers and senders, matched, then cut where a later one starts.
CREATE MACRO acute(class) AS coalesce(class IN ('200', '201', '202'), false);
CREATE MACRO organisation(code) AS coalesce((SELECT org_code FROM site_owner WHERE site_code = code), code);

CREATE TABLE received AS
SELECT * EXCLUDE (referring_org), coalesce(organisation(referring_org), 'UNKNOWN') AS sender, provider AS receiver
FROM w_spell WHERE reason_oat IS NOT NULL;

CREATE TABLE sent AS
SELECT *, organisation(org_id_sending) AS sender, organisation(org_id_receiving) AS receiver FROM w_oap;

-- Nothing is known of an open one after the month that last showed it. One to one, nearest starts first, then receiver key, then sender key: each pair is taken unless an earlier one has its spell or its row.
CREATE TABLE matched AS
WITH pair AS (
    SELECT w, person_id, sender, receiver, struct_pack(apart := abs(date_diff('day', r.started, s.started)), spell_id, oap_id) AS pair
    FROM received r JOIN sent s USING (w, person_id, sender, receiver)
    WHERE abs(date_diff('day', r.started, s.started)) <= 7
        OR (r.started <= coalesce(s.ended, last_day(s.seen)) AND s.started <= coalesce(r.ended, last_day(r.seen)))
),
chosen AS (
    SELECT w, list_reduce(list([pair] ORDER BY pair.apart, pair.spell_id, pair.oap_id), lambda taken, next:
        CASE WHEN len(list_filter(taken, lambda t: t.spell_id = next[1].spell_id OR t.oap_id = next[1].oap_id)) > 0
            THEN taken ELSE taken || next END) AS taken
    FROM pair GROUP BY w, person_id, sender, receiver
)
SELECT w, p.spell_id, p.oap_id FROM (SELECT w, unnest(taken) AS p FROM chosen);

CREATE TABLE w_placement AS
WITH told AS (
    SELECT w, coalesce(r.spell_id, s.oap_id) AS id, r.spell_id, s.oap_id,
        CASE WHEN r.spell_id IS NULL THEN 'sender_only' WHEN s.oap_id IS NULL THEN 'receiver_only' ELSE 'both' END AS source,
        coalesce(r.person_id, s.person_id) AS person_id, coalesce(r.provider, s.provider) AS provider,
        coalesce(r.sender, s.sender) AS sender, coalesce(r.receiver, s.receiver) AS receiver,
        CASE WHEN r.spell_id IS NULL THEN s.seen ELSE r.seen END AS seen,
        CASE WHEN r.spell_id IS NULL THEN s.started ELSE r.started END AS started,
        CASE WHEN r.spell_id IS NULL THEN s.ended ELSE r.ended END AS told_end,
        CASE WHEN r.reason_oat IN ('10', '11', '12', '13', '14', '15') THEN r.reason_oat ELSE coalesce(s.reason, r.reason_oat) END AS reason,
        s.bed_class AS sent_class, s.site AS sent_site, s.distance_km AS sent_distance,
        s.end_reason, s.daily_rate, s.planned_return_date, s.barrier, s.provider AS sender_provider, s.seen AS sender_seen,
        coalesce(r.home_icb, s.home_icb) AS home_icb,
        coalesce(r.service_line, s.service_line) AS service_line,
        r.org_id_comm, r.primary_reason
    FROM received r
    LEFT JOIN matched USING (w, spell_id)
    FULL JOIN sent s USING (w, oap_id)
),
-- The latest later placement of the person that starts inside this one ends it [OAPS].
cut AS (
    SELECT a.w, a.id, max(b.started) AS cut
    FROM told a JOIN told b ON a.w = b.w AND a.person_id = b.person_id AND b.started > a.started AND (a.told_end IS NULL OR b.started < a.told_end)
    GROUP BY a.w, a.id
)
SELECT told.*, coalesce(cut, told_end) AS ended,
    least(coalesce(cut, night_end(told_end, seen)), night_end(told_end, seen)) AS night_end,
    cut IS NULL AND told_end IS NULL AND seen = last AS active,
    coalesce(ended BETWEEN first AND last_day, false) AS ended_in_window,
    started BETWEEN first AND last_day AS started_in_window,
    CASE WHEN reason = '10' THEN 'inappropriate' WHEN reason IN ('11', '12', '13', '14', '15') THEN 'appropriate' ELSE 'unknown' END AS class
FROM told LEFT JOIN cut USING (w, id) JOIN "window" USING (w);

-- The bed that stands for a placement, by what a measure asks (kpis.md §2, "Bed class and scope"): the stays' by a rule, or the sender's.
CREATE TABLE placement_bed AS
WITH told AS (
    SELECT p.w, p.id,
        max_by(s.bed_class, (s.started, ward_stay_id)) FILTER (s.open) AS at_end_of_period,
        max_by(s.bed_class, (s.started, ward_stay_id)) FILTER (s.started <= p.started) AS at_start,
        max_by(s.bed_class, (DATE '9999-12-31' - s.started, ward_stay_id)) AS first,
        max_by(s.bed_class, (s.started, ward_stay_id)) FILTER (s.started <= p.ended) AS at_end
    FROM w_placement p JOIN w_ward_stay s USING (w, spell_id) GROUP BY p.w, p.id
)
SELECT w, id, at_end_of_period, coalesce(at_start, first) AS at_start, at_end FROM told
UNION ALL
SELECT w, id, sent_class, sent_class, sent_class FROM w_placement WHERE source = 'sender_only'
UNION ALL
SELECT w, id, NULL, NULL, NULL FROM w_placement ANTI JOIN told USING (w, id) WHERE source <> 'sender_only';

-- Every night of a placement with the class of each bed that it was spent in; null where no ward stay covers it.
CREATE TABLE placement_night AS
WITH night AS (
    SELECT w, id, spell_id, sent_class, unnest(generate_series(greatest(started, first), least(night_end - 1, last_day), INTERVAL 1 DAY))::DATE AS night
    FROM w_placement JOIN "window" USING (w)
)
SELECT DISTINCT n.w, n.id, night, CASE WHEN n.spell_id IS NULL THEN sent_class ELSE s.bed_class END AS bed_class
FROM night n LEFT JOIN w_ward_stay s ON s.w = n.w AND s.spell_id = n.spell_id AND night >= s.started AND night < s.night_end;
