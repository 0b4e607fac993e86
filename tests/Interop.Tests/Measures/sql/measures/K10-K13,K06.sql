-- Admissions, discharges, the population and its nights.
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

-- Journeys: an admission by its first spell, a discharge by its last.
INSERT INTO counted
WITH figure AS (
    SELECT 'K10' AS measure, w, first_id AS id, at_start AS bed_class
    FROM w_journey JOIN "window" USING (w) JOIN episode_bed b USING (w) WHERE b.id = first_id AND started BETWEEN first AND last_day
    UNION ALL
    SELECT 'K11', w, last_id, at_end
    FROM w_journey JOIN "window" USING (w) JOIN episode_bed b USING (w) WHERE b.id = last_id AND ended BETWEEN first AND last_day
)
SELECT measure, 'journeys', 'all', 'people', 'spell', w, id, bed, 'sum', 1, NULL FROM figure, LATERAL (SELECT unnest([NULL, in_list(bed_class)]) AS bed);

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

-- K06: placements against the whole.
INSERT INTO counted
SELECT 'K06', 'pct_bed_days', 'all', 'people', kind, w, id, bed_class, 'percent',
    CASE measure WHEN 'K04' THEN num ELSE 0 END, CASE measure WHEN 'K13' THEN num ELSE 0 END
FROM counted WHERE lens = 'people' AND scope = 'all' AND (measure, split) IN (('K04', 'all'), ('K13', 'occupied'))
UNION ALL
SELECT 'K06', 'pct_admissions', 'all', 'people', kind, w, id, bed_class, 'percent',
    CASE measure WHEN 'K02' THEN num ELSE 0 END, CASE measure WHEN 'K10' THEN num ELSE 0 END
FROM counted WHERE lens = 'people' AND scope = 'all' AND (measure, split) IN (('K02', 'all'), ('K10', 'spells'));
