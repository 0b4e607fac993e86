-- kpis.md §1: every window ends with its period. SB starts after a collaborative's own baseline and is for that collaborative only.
-- first and last are months (their first day); last_day is P1.
CREATE TABLE "window" AS
WITH named AS (
    SELECT period, name, first, NULL::DATE AS baseline_to
    FROM period, LATERAL (VALUES
        ('M', period),
        ('R3', period - INTERVAL 2 MONTH),
        ('R12', period - INTERVAL 11 MONTH),
        ('FY', (date_trunc('year', period - INTERVAL 3 MONTH) + INTERVAL 3 MONTH))) AS w(name, first)
    UNION ALL
    SELECT period, 'SB', baseline_to + INTERVAL 1 MONTH, baseline_to
    FROM period, (SELECT DISTINCT baseline_to FROM collaborative WHERE baseline_to IS NOT NULL)
    WHERE period > baseline_to
)
SELECT row_number() OVER (ORDER BY period, name, baseline_to) AS w, period, name, first::DATE AS first, period AS last,
    last_day(period) AS last_day, baseline_to
FROM named;

-- K17, K19 and K28 read the two months after the period too: each window once more with them, which gives no figures of its own.
CREATE TABLE "ahead" AS SELECT w, w + (SELECT max(w) FROM "window") AS w_ahead FROM "window";
INSERT INTO "window"
SELECT w_ahead, period, name || '+', first, (last + INTERVAL 2 MONTH)::DATE, last_day(last + INTERVAL 2 MONTH), baseline_to FROM "window" JOIN "ahead" USING (w);

-- kpis.md §1: nights from s to e (the day after the last night), as far as they lie in the window.
CREATE MACRO nights(s, e, first, last_day) AS
    greatest(0, date_diff('day', greatest(s, first), least(e, (last_day + INTERVAL 1 DAY)::DATE)));
