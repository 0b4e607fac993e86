-- Natural clinical flow, and the population out of it. The figure 'flow' counts each person of a cell once, by the highest of 3 out, 2 in, 1 unknown.
INSERT INTO counted
WITH stay AS (
    SELECT w, s.id, flow, open AND name = 'M' AS open, bed_class, nights(started, night_end, first, last_day) AS nights
    FROM w_stay s JOIN "window" USING (w)
),
figure AS (
    SELECT 'K20' AS measure, 'people' AS split, 'flow' AS how, w, id, bed_class, CASE flow WHEN 'out' THEN 3 WHEN 'in' THEN 2 ELSE 1 END AS num, NULL AS den
    FROM stay WHERE open
    UNION ALL
    SELECT 'K20', 'nights_' || flow, 'sum', w, id, bed_class, nights, NULL FROM stay
    UNION ALL
    SELECT 'K20', 'pct_out', 'percent', w, id, bed_class, CASE flow WHEN 'out' THEN nights ELSE 0 END, nights FROM stay WHERE flow <> 'unknown'
    UNION ALL
    SELECT 'K21', 'people', 'people', w, id, bed_class, 1, NULL FROM stay WHERE open AND flow = 'out'
    UNION ALL
    SELECT 'K21', 'nights', 'sum', w, id, bed_class, nights, NULL FROM stay WHERE flow = 'out'
)
SELECT measure, split, 'all', lens, 'stay', w, id, bed, how, num, den
FROM figure, (SELECT unnest(['people', 'beds']) AS lens), LATERAL (SELECT unnest([NULL, bed_class]) AS bed);

INSERT INTO counted
WITH inbound AS (
    SELECT s.w, s.id, open AND name = 'M' AS open, bed_class, nights(started, night_end, first, last_day) AS nights
    FROM w_stay s JOIN "window" USING (w) JOIN counted_subject c ON c.kind = 'stay' AND c.lens = 'beds' AND c.w = s.w AND c.id = s.id
    WHERE c.people IS DISTINCT FROM c.beds
),
figure AS (
    SELECT 'people_inbound' AS split, 'people' AS how, w, id, bed_class, 1 AS num FROM inbound WHERE open
    UNION ALL
    SELECT 'nights_inbound', 'sum', w, id, bed_class, nights FROM inbound
)
SELECT 'K20', split, 'all', 'beds', 'stay', w, id, bed, how, num, NULL FROM figure, LATERAL (SELECT unnest([NULL, bed_class]) AS bed);
