-- Length of stay: of spells that ended in the window, of journeys that did, and to date of those still open.
INSERT INTO counted
WITH length AS (
    SELECT '' AS prefix, lens, c.w, c.id, c.bed_class, date_diff('day', e.started, e.ended) AS days
    FROM counted c JOIN w_episode e USING (w, id) WHERE measure = 'K11' AND split = 'spells'
    UNION ALL
    SELECT 'journey_', lens, c.w, c.id, c.bed_class, date_diff('day', j.started, j.ended)
    FROM counted c JOIN w_journey j ON j.w = c.w AND j.last_id = c.id WHERE measure = 'K11' AND split = 'journeys'
),
figure AS (
    SELECT *, unnest(['count', 'mean', 'median', 'pct_60', 'pct_90']) AS split, unnest(['sum', 'mean', 'median', 'percent', 'percent']) AS how,
        unnest([1, days, days, (days >= 60)::INT, (days >= 90)::INT]) AS num
    FROM length
)
SELECT 'K15', prefix || split, 'all', lens, 'spell', w, id, bed_class, how, num, 1 FROM figure JOIN "window" USING (w) WHERE name <> 'SB';

INSERT INTO counted
WITH length AS (
    SELECT lens, c.w, c.id, c.bed_class, date_diff('day', e.started, last_day) AS days
    FROM counted c JOIN w_episode e USING (w, id) JOIN "window" USING (w) WHERE measure = 'K12' AND split = 'spells'
),
figure AS (
    SELECT *, unnest(['count', 'mean', 'median', 'count_365']) AS split, unnest(['sum', 'mean', 'median', 'sum']) AS how,
        unnest([1, days, days, (days >= 365)::INT]) AS num
    FROM length
)
SELECT 'K16', split, 'all', lens, 'spell', w, id, bed_class, how, num, 1 FROM figure WHERE split <> 'count_365' OR num = 1;
