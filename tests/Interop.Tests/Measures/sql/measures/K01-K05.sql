-- Placements: active at the period's end, started, ended, nights, and the share of active ones that need not be.
CREATE TABLE placement_count AS
SELECT 'K01' AS measure, w, id, class, at_end_of_period AS bed_class, 1 AS num
FROM w_placement JOIN placement_bed USING (w, id) JOIN "window" USING (w) WHERE active AND name = 'M'
UNION ALL
SELECT 'K02', w, id, class, at_start, 1 FROM w_placement JOIN placement_bed USING (w, id) WHERE started_in_window
UNION ALL
SELECT 'K03', w, id, class, at_end, 1 FROM w_placement JOIN placement_bed USING (w, id) WHERE ended_in_window;

CREATE TABLE placement_split AS
SELECT measure, w, id, unnest(['all', class]) AS split, in_list(bed_class) AS bed_class, acute(bed_class) AS acute, num FROM placement_count;

INSERT INTO counted
SELECT measure, split, 'all', 'people', 'placement', w, id, NULL, 'sum', num, NULL FROM placement_split
UNION ALL
SELECT measure, split, 'all', 'people', 'placement', w, id, bed_class, 'sum', num, NULL FROM placement_split
UNION ALL
SELECT measure, split, 'acute', 'people', 'placement', w, id, NULL, 'sum', num, NULL FROM placement_split WHERE acute
UNION ALL
SELECT measure, split, 'acute', 'people', 'placement', w, id, bed_class, 'sum', num, NULL FROM placement_split WHERE acute;

INSERT INTO counted
WITH whole AS (
    SELECT w, id, unnest(['all', class]) AS split, nights(started, night_end, first, last_day) AS num FROM w_placement JOIN "window" USING (w)
),
split AS (SELECT w, id, unnest(['all', class]) AS split FROM w_placement),
in_beds AS (
    SELECT w, id, split, in_list(bed_class) AS bed_class, count(DISTINCT night) AS num
    FROM placement_night JOIN split USING (w, id) GROUP BY ALL
),
in_acute_beds AS (
    SELECT w, id, split, count(DISTINCT night) AS num FROM placement_night JOIN split USING (w, id) WHERE acute(bed_class) GROUP BY ALL
)
SELECT 'K04', split, 'all', 'people', 'placement', w, id, NULL, 'sum', num, NULL FROM whole
UNION ALL
SELECT 'K04', split, 'all', 'people', 'placement', w, id, bed_class, 'sum', num, NULL FROM in_beds
UNION ALL
SELECT 'K04', split, 'acute', 'people', 'placement', w, id, NULL, 'sum', num, NULL FROM in_acute_beds
UNION ALL
SELECT 'K04', split, 'acute', 'people', 'placement', w, id, bed_class, 'sum', num, NULL FROM in_beds WHERE acute(bed_class);

INSERT INTO counted
SELECT 'K05', 'pct', scope, lens, kind, w, id, bed_class, 'percent',
    count(*) FILTER (split = 'inappropriate'), count(*) FILTER (split = 'all')
FROM counted WHERE measure = 'K01' GROUP BY ALL;
