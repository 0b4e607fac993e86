-- Ready for discharge, and the caseload in the community.
INSERT INTO counted
WITH wait_bed AS (
    -- The contract has no rule for a wait's bed: it is that of the last ward stay that starts on or before its end, as for discharges.
    SELECT c.w, c.id, in_list(max_by(s.bed_class, (s.started, ward_stay_id))) AS bed_class
    FROM w_crfd c LEFT JOIN w_ward_stay s ON s.w = c.w AND s.spell_id = c.spell_id AND s.started <= c.night_end GROUP BY c.w, c.id
),
wait AS (
    SELECT w, c.id, bed_class, c.open AND name = 'M' AS open, greatest(0, date_diff('day',
        CASE WHEN c.started < first THEN first ELSE c.started + 1 END, least(c.night_end, last_day + 1))) AS days
    FROM w_crfd c JOIN wait_bed USING (w, id) JOIN "window" USING (w)
),
figure AS (
    SELECT 'open' AS split, 'sum' AS how, 'wait' AS kind, w, id, bed_class, 1 AS num, NULL AS den FROM wait WHERE open
    UNION ALL
    SELECT 'days', 'sum', 'wait', w, id, bed_class, days, NULL FROM wait
    UNION ALL
    SELECT 'share', 'percent', 'wait', w, id, bed_class, days, 0 FROM wait
)
SELECT 'K18', split, 'all', lens, kind, w, id, bed, how, num, den
FROM figure, (SELECT unnest(['people', 'beds']) AS lens), LATERAL (SELECT unnest([NULL, bed_class]) AS bed)
UNION ALL
SELECT 'K18', 'share', 'all', lens, kind, w, id, bed_class, 'percent', 0, num FROM counted WHERE measure = 'K13' AND split = 'occupied';

INSERT INTO counted
WITH figure AS (
    SELECT 'open' AS split, 'sum' AS how, w, id FROM w_caseload JOIN "window" USING (w) WHERE open AND name = 'M'
    UNION ALL
    SELECT 'started', 'sum', w, id FROM w_caseload JOIN "window" USING (w) WHERE started BETWEEN first AND last_day
    UNION ALL
    SELECT 'ended', 'sum', w, id FROM w_caseload JOIN "window" USING (w) WHERE ended BETWEEN first AND last_day
    UNION ALL
    SELECT 'people', 'people', w, id FROM w_caseload JOIN "window" USING (w) WHERE started <= last_day AND coalesce(ended, last_day) >= first
)
SELECT 'K29', split, 'all', 'people', 'caseload', w, id, NULL, how, 1, NULL FROM figure;
