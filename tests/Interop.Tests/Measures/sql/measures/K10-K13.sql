-- Spells and stays. In the people lens a sender's row without a receiver's stands for its spell and stay.
CREATE TABLE w_episode AS
SELECT w, spell_id AS id, started, ended, night_end, open, true AS in_bed FROM w_spell
UNION ALL
SELECT w, id, started, ended, night_end, active, false FROM w_placement WHERE source = 'sender_only';

CREATE TABLE w_stay AS
SELECT w, ward_stay_id AS id, started, night_end, open, leave_days, in_list(bed_class) AS bed_class, true AS in_bed,
    flow(home_icb, service_line, site, last_day(seen)) AS flow
FROM w_ward_stay
UNION ALL
SELECT w, id, started, night_end, active, 0, in_list(sent_class), false, flow(home_icb, service_line, sent_site, last_day(seen))
FROM w_placement WHERE source = 'sender_only';

-- Beds of a spell: the first for admissions, the last for discharges, the one open at the period's end for the population.
CREATE TABLE episode_bed AS
SELECT w, e.spell_id AS id,
    coalesce(max_by(s.bed_class, (s.started, ward_stay_id)) FILTER (s.started <= e.started),
        max_by(s.bed_class, (DATE '9999-12-31' - s.started, ward_stay_id))) AS at_start,
    max_by(s.bed_class, (s.started, ward_stay_id)) FILTER (s.started <= e.ended) AS at_end,
    max_by(s.bed_class, (s.started, ward_stay_id)) FILTER (s.open) AS at_end_of_period
FROM w_spell e LEFT JOIN w_ward_stay s USING (w, spell_id) GROUP BY w, e.spell_id
UNION ALL
SELECT w, id, sent_class, sent_class, sent_class FROM w_placement WHERE source = 'sender_only';

INSERT INTO counted
WITH figure AS (
    SELECT 'K10' AS measure, 'spells' AS split, 'sum' AS how, w, e.id, at_start AS bed_class
    FROM w_episode e JOIN episode_bed USING (w, id) JOIN "window" USING (w) WHERE started BETWEEN first AND last_day
    UNION ALL
    SELECT 'K11', 'spells', 'sum', w, e.id, at_end
    FROM w_episode e JOIN episode_bed USING (w, id) JOIN "window" USING (w) WHERE ended BETWEEN first AND last_day
    UNION ALL
    SELECT 'K12', unnest(['spells', 'people']), unnest(['sum', 'people']), w, e.id, at_end_of_period
    FROM w_episode e JOIN episode_bed USING (w, id) JOIN "window" USING (w) WHERE open AND name = 'M'
)
SELECT measure, split, 'all', lens, 'spell', w, id, bed, how, 1, NULL
FROM figure, (SELECT unnest(['people', 'beds']) AS lens), LATERAL (SELECT unnest([NULL, in_list(bed_class)]) AS bed);

INSERT INTO counted
WITH night AS (
    SELECT w, id, leave_days, bed_class, nights(started, night_end, first, last_day) AS nights FROM w_stay JOIN "window" USING (w)
),
figure AS (
    SELECT 'occupied' AS split, w, id, bed_class, nights AS num FROM night
    UNION ALL
    SELECT 'less_leave', w, id, bed_class, nights - leave_days FROM night
)
SELECT 'K13', split, 'all', lens, 'stay', w, id, bed, 'sum', num, NULL
FROM figure, (SELECT unnest(['people', 'beds']) AS lens), LATERAL (SELECT unnest([NULL, bed_class]) AS bed);
