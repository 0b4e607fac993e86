-- How long placements lasted that ended, and how far from home people are.
INSERT INTO counted
WITH length AS (
    SELECT w, id, c.bed_class, date_diff('day', p.started, p.ended) AS nights
    FROM counted c JOIN w_placement p USING (w, id) WHERE measure = 'K03' AND split = 'all' AND scope = 'all'
),
figure AS (
    SELECT CASE WHEN nights = 0 THEN 'n_0' WHEN nights <= 7 THEN 'n_1_7' WHEN nights <= 14 THEN 'n_8_14' WHEN nights <= 30 THEN 'n_15_30'
        WHEN nights <= 90 THEN 'n_31_90' ELSE 'n_91' END AS split, 'sum' AS how, w, id, bed_class, 1 AS num
    FROM length
    UNION ALL
    SELECT unnest(['mean', 'median']), unnest(['mean', 'median']), w, id, bed_class, nights FROM length
)
SELECT 'K07', split, 'all', 'people', 'placement', w, id, bed_class, how, num, NULL FROM figure JOIN "window" USING (w) WHERE name <> 'SB';

INSERT INTO counted
WITH distance AS (
    SELECT 'oap_' AS prefix, 'placement' AS kind, c.w, c.id, c.bed_class,
        coalesce(
            (SELECT max_by(struct_pack(km := s.distance_km), (s.started, ward_stay_id)).km FROM w_ward_stay s
            WHERE s.w = p.w AND s.spell_id = p.spell_id AND s.open),
            p.sent_distance) AS km
    FROM counted c JOIN w_placement p USING (w, id) WHERE measure = 'K01' AND split = 'all' AND scope = 'all'
    UNION ALL
    SELECT 'stay_', 'stay', w, id, bed, km
    FROM w_stay JOIN "window" USING (w), LATERAL (SELECT unnest([NULL, bed_class]) AS bed) WHERE open AND name = 'M'
),
banded AS (
    SELECT *, unnest(CASE
        WHEN km IS NULL THEN ['unknown'] WHEN km < 20 THEN ['lt20', 'lt25'] WHEN km < 25 THEN ['20_49', 'lt25'] WHEN km < 50 THEN ['20_49', '25_49']
        WHEN km < 100 THEN ['50_99'] WHEN km < 200 THEN ['ge100', '100_199'] WHEN km < 300 THEN ['ge100', '200_299'] ELSE ['ge100', 'ge300'] END) AS band
    FROM distance
)
SELECT 'K08', prefix || band, 'all', 'people', kind, w, id, bed_class, 'sum', 1, NULL FROM banded
UNION ALL
SELECT 'K08', prefix || unnest(['mean', 'median']), 'all', 'people', kind, w, id, bed_class, unnest(['mean', 'median']), km, NULL FROM distance WHERE km IS NOT NULL
UNION ALL
SELECT 'K08', prefix || 'pct_50', 'all', 'people', kind, w, id, bed_class, 'percent', CASE WHEN km >= 50 THEN 1 ELSE 0 END, 1 FROM distance WHERE km IS NOT NULL;
