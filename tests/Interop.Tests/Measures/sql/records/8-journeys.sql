-- kpis.md §2: a person's spells and sender-only placements, each starting no later than the day after the one before ended. A lost one
-- ends, for this, with the month that last showed it; a journey has ended when its last one has.
CREATE TABLE w_journey AS
WITH part AS (
    SELECT e.w, e.id, person_id, started, ended, open, coalesce(ended, CASE WHEN open THEN DATE '9999-12-30' ELSE night_end END) AS until
    FROM w_episode e JOIN subject s USING (w, id) WHERE kind = 'spell'
),
before AS (
    SELECT *, max(until) OVER (PARTITION BY w, person_id ORDER BY started, until, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until_before
    FROM part
),
numbered AS (
    SELECT *, sum(CASE WHEN until_before IS NULL OR started > until_before + 1 THEN 1 ELSE 0 END)
        OVER (PARTITION BY w, person_id ORDER BY started, until, id ROWS UNBOUNDED PRECEDING) AS journey
    FROM before
)
SELECT w, person_id, journey, min(started) AS started, bool_or(open) AS open,
    max_by(struct_pack(ended := ended), (until, started, id)).ended AS ended,
    min_by(id, (started, id)) AS first_id, max_by(id, (until, started, id)) AS last_id, list(id ORDER BY started, id) AS ids
FROM numbered GROUP BY w, person_id, journey;
