-- Requests for a bed; referrals where a collaborative sends no requests in the window.
CREATE TABLE hub AS
SELECT DISTINCT s.w, s.collaborative
FROM requests r JOIN "window" e ON r.reporting_period_start BETWEEN first AND last
JOIN (SELECT DISTINCT w, c.id, collaborative FROM counted_subject c WHERE kind = 'request') s ON s.w = e.w AND s.id = r.request_id;

INSERT INTO counted
WITH asked AS (
    SELECT 'request' AS kind, r.w, r.id, received::DATE AS received, decided::DATE AS decided, outcome, bed_class,
        CASE WHEN outcome = 'ADM' THEN (
            SELECT min(e.started) FROM w_episode e JOIN subject s USING (w, id) WHERE s.kind = 'spell' AND e.w = r.w AND s.person_id = r.person_id AND e.started >= r.received::DATE) END AS admitted
    FROM w_request r JOIN "window" ON "window".w = r.w WHERE received::DATE BETWEEN first AND last_day
    UNION ALL
    SELECT 'referral', r.w, service_request_id, received, decided, outcome, NULL,
        (SELECT min(s.started) FROM w_spell s WHERE s.w = r.w AND s.service_request_id = r.service_request_id)
    FROM w_referral r JOIN "window" ON "window".w = r.w JOIN counted_subject c ON c.kind = 'referral' AND c.w = r.w AND c.id = r.service_request_id
    WHERE received BETWEEN first AND last_day AND (r.w, collaborative) NOT IN (SELECT (w, collaborative) FROM hub)
),
figure AS (
    SELECT unnest(CASE WHEN outcome IN ('ADM', 'DIV', 'REJ', 'WDN', 'PND') THEN ['received', lower(outcome)] ELSE ['received'] END) AS split, 'sum' AS how,
        kind, w, id, bed_class, 1 AS num, NULL AS den
    FROM asked
    UNION ALL
    SELECT 'pct_diverted', 'percent', kind, w, id, bed_class, (outcome = 'DIV')::INT, 1 FROM asked WHERE outcome IN ('ADM', 'DIV')
    UNION ALL
    SELECT 'median_decision', 'median', kind, w, id, bed_class, decided - received, NULL FROM asked WHERE decided IS NOT NULL
    UNION ALL
    SELECT 'median_admission', 'median', kind, w, id, bed_class, admitted - received, NULL FROM asked WHERE admitted IS NOT NULL
    UNION ALL
    SELECT 'declined', 'sum', 'declined', w, o.id, bed_class, 1, NULL FROM w_offer o JOIN asked a USING (w) WHERE kind = 'request' AND a.id = request_id AND answer = 'DEC'
    UNION ALL
    SELECT 'median_hours_to_bed', 'median', 'request', w, r.id, bed_class, date_diff('second', r.received, min(answered)) / 3600.0, NULL
    FROM w_offer o JOIN w_request r USING (w) JOIN "window" USING (w)
    WHERE r.id = request_id AND answer = 'ACC' AND r.received::DATE BETWEEN first AND last_day
    GROUP BY w, r.id, bed_class, r.received HAVING min(answered) IS NOT NULL
)
SELECT 'K27', split, 'all', 'people', kind, w, id, bed, how, num, den
FROM figure, LATERAL (SELECT unnest(CASE WHEN bed_class IS NULL THEN [NULL] ELSE [NULL, bed_class] END) AS bed);
