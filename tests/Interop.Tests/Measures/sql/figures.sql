-- From records to figures: every breakdown, per collaborative and for the programme. Numbers stand for texts where there are many rows.
INSERT INTO counted_level SELECT DISTINCT {'breakdown': 'Bed Class', 'primary': bed_class, 'secondary': 'NONE'} FROM counted WHERE bed_class IS NOT NULL;

CREATE TABLE cell AS SELECT row_number() OVER () AS cell, level FROM (SELECT DISTINCT level FROM counted_level);
CREATE TABLE cell_of AS SELECT n, cell FROM (SELECT n, unnest(levels) AS level FROM counted_subject) JOIN cell USING (level);
CREATE TABLE bed_cell AS SELECT level.primary AS bed_class, cell FROM cell WHERE level.breakdown = 'Bed Class';
CREATE TABLE figure AS
SELECT row_number() OVER () AS figure, * FROM (SELECT DISTINCT measure, split, scope, lens, how FROM counted);
CREATE TABLE window_of AS
SELECT w, c.collaborative, period, name FROM "window" e JOIN collaborative c ON e.baseline_to IS NULL OR e.baseline_to = c.baseline_to;

-- A record in every cell that it counts in. Whose it is: its collaborative, as a number; the programme's rows are made of these.
CREATE TABLE entry AS
WITH asked AS (
    SELECT figure, how, s.n, s.w, s.collaborative, s.person, bed_class, num, den
    FROM counted c JOIN figure USING (measure, split, scope, lens, how) JOIN counted_subject s USING (kind, lens, w, id)
)
SELECT figure, how, w, collaborative, person, cell, num, den FROM asked JOIN cell_of USING (n) WHERE bed_class IS NULL
UNION ALL
SELECT figure, how, w, collaborative, person, cell, num, den FROM asked JOIN bed_cell USING (bed_class);

CREATE TABLE computed AS
WITH added AS (
    SELECT figure, how, period, name, collaborative, cell, sum(num) AS num, sum(den) AS den
    FROM (SELECT figure, how, w, collaborative, cell, sum(num) AS num, sum(den) AS den FROM entry WHERE how IN ('sum', 'money', 'ratio', 'percent', 'rate') GROUP BY ALL)
    JOIN window_of USING (w, collaborative)
    GROUP BY GROUPING SETS ((figure, how, period, name, cell, collaborative), (figure, how, period, name, cell))
),
people AS (
    SELECT figure, period, name, collaborative, cell, count(DISTINCT person) AS people
    FROM entry JOIN window_of USING (w, collaborative) WHERE how = 'people'
    GROUP BY GROUPING SETS ((figure, period, name, cell, collaborative), (figure, period, name, cell))
),
typical AS (
    SELECT figure, how, period, name, collaborative, cell, avg(num) AS mean, 
        CASE how WHEN 'q1' THEN quantile_cont(num, 0.25) WHEN 'q3' THEN quantile_cont(num, 0.75) ELSE quantile_cont(num, 0.5) END AS median
    FROM entry JOIN window_of USING (w, collaborative) WHERE how IN ('mean', 'median', 'q1', 'q3')
    GROUP BY GROUPING SETS ((figure, how, period, name, cell, collaborative), (figure, how, period, name, cell))
),
-- One person counts once, by the highest of 3 out of flow, 2 in flow, 1 unknown.
by_flow AS (
    SELECT figure, period, name, collaborative, cell, person, max(num) AS flow
    FROM entry JOIN window_of USING (w, collaborative) WHERE how = 'flow'
    GROUP BY GROUPING SETS ((figure, period, name, cell, person, collaborative), (figure, period, name, cell, person))
)
SELECT figure, '' AS suffix, period, name, collaborative, cell, CASE how
    WHEN 'sum' THEN num
    WHEN 'money' THEN CASE WHEN abs(num) >= 0.005 THEN num END
    ELSE CASE how WHEN 'percent' THEN 100 WHEN 'rate' THEN 1000 ELSE 1 END * num / nullif(den, 0) END AS value
FROM added
UNION ALL
SELECT figure, '', period, name, collaborative, cell, people FROM people
UNION ALL
SELECT figure, '', period, name, collaborative, cell, CASE how WHEN 'mean' THEN mean ELSE median END FROM typical
UNION ALL
SELECT figure, CASE flow WHEN 3 THEN '_out' WHEN 2 THEN '_in' ELSE '_unknown' END, period, name, collaborative, cell, count(*) FROM by_flow GROUP BY ALL;

CREATE TABLE opinion AS
SELECT period, name AS "window", coalesce(collaborative, 'ALL') AS collaborative, lens,
    coalesce(level.breakdown, CASE WHEN collaborative IS NULL THEN 'Programme' ELSE 'Collaborative' END) AS breakdown,
    CASE WHEN level.breakdown IS NULL THEN coalesce(collaborative, 'NONE') ELSE level.primary END AS primary_level,
    level.secondary AS secondary_level, measure AS measure_id, split || suffix AS split, scope, value
FROM computed JOIN figure USING (figure) JOIN cell USING (cell)
-- A bill knows no home, person or bed, so there is no cost per bed day by those.
WHERE value IS NOT NULL AND NOT (split = 'per_bed_day' AND coalesce(level.breakdown, 'Commissioner') NOT IN ('Commissioner', 'Service Line')) AND NOT ends_with(name, '+') AND (name <> 'SB' OR measure IN ('K02', 'K03', 'K04', 'K10', 'K11', 'K19', 'K22'));
