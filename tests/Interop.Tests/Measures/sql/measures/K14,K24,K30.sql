-- Wards: how full, how many beds, and what happened on them.
CREATE TABLE ward_night AS
SELECT w, provider, ward_code, month.seen, sum(nights(started, night_end, month.seen, last_day(month.seen))) AS nights
FROM w_ward_stay JOIN (SELECT DISTINCT w, seen FROM w_ward_month) month USING (w)
GROUP BY ALL;

INSERT INTO counted
WITH figure AS (
    SELECT 'K14' AS measure, 'occupancy' AS split, 'percent' AS how, 'ward' AS kind, w, id, bed_class, nights AS num, avail_bed_days AS den
    FROM w_ward_month JOIN ward_night USING (w, provider, ward_code, seen) WHERE nights > 0 AND avail_bed_days > 0
    UNION ALL
    SELECT 'K14', 'closed', 'percent', 'ward', w, id, bed_class, closed_bed_days, avail_bed_days + closed_bed_days FROM w_ward_month
    UNION ALL
    SELECT 'K30', unnest(['commissioned', 'available', 'open']), 'sum', 'ward', w, id, bed_class, unnest([commissioned_beds, avail_bed_days, open_beds]), NULL
    FROM w_ward_month JOIN "window" USING (w) WHERE name = 'M'
    UNION ALL
    SELECT 'K30', 'closed', 'sum', 'closed', w, id, bed_class, closed_bed_days, NULL
    FROM w_ward_month JOIN "window" USING (w) WHERE name = 'M' AND closed_bed_days > 0
    UNION ALL
    SELECT 'K24', 'rate', 'rate', 'stay', w, ward_stay_id, bed_class, 1, 0 FROM w_incident i JOIN w_stay s USING (w) WHERE s.id = ward_stay_id
    UNION ALL
    SELECT 'K24', 'rate', 'rate', 'stay', w, id, bed_class, 0, num FROM counted WHERE measure = 'K13' AND split = 'occupied' AND lens = 'beds' AND bed_class IS NOT NULL
)
SELECT measure, split, 'all', 'beds', kind, w, id, bed, how, num, den FROM figure, LATERAL (SELECT unnest([NULL, bed_class]) AS bed);
