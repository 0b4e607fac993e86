-- Money: what was spent, against the budget and the baseline, and how much of it locally.
CREATE TABLE w_bill AS
SELECT w, b.*, s.collaborative
FROM bill b JOIN "window" ON seen BETWEEN first AND last
LEFT JOIN (SELECT w, id, collaborative FROM counted_subject WHERE kind = 'bill') s USING (w, id);

-- The month of the baseline that stands for a window's month: the latest of that name; where it has none, its last (kpis.md §5).
CREATE TABLE baseline_month AS
WITH told AS (
    SELECT collaborative, strptime(nullif(baseline_from, ''), '%Y-%m')::DATE AS baseline_from, strptime(nullif(baseline_to, ''), '%Y-%m')::DATE AS baseline_to
    FROM csv_collaboratives
),
month AS (
    SELECT w, unnest(generate_series(first, last, INTERVAL 1 MONTH))::DATE AS month, last FROM "window"
)
SELECT w, collaborative, month, coalesce(max(b.seen) FILTER (month(b.seen) = month(month.month)), baseline_to) AS seen
FROM month JOIN told ON baseline_to < last,
    LATERAL (SELECT unnest(generate_series(baseline_from, baseline_to, INTERVAL 1 MONTH))::DATE AS seen) b
GROUP BY w, collaborative, month, baseline_to;

-- A saving needs a baseline that something is known of.
CREATE TABLE baseline_known AS
SELECT w, collaborative FROM stated, "window"
UNION
SELECT DISTINCT s.w, s.collaborative FROM counted_subject s JOIN bill b USING (id)
JOIN csv_collaboratives c ON c.collaborative = s.collaborative
WHERE s.kind = 'bill' AND seen BETWEEN strptime(nullif(baseline_from, ''), '%Y-%m') AND strptime(nullif(baseline_to, ''), '%Y-%m')
    AND (s.w, s.collaborative) IN (SELECT (w, collaborative) FROM baseline_month);

INSERT INTO counted
WITH now AS (
    SELECT w_bill.*, (w, collaborative) IN (SELECT (w, collaborative) FROM baseline_known) AS saved FROM w_bill
),
figure AS (
    SELECT unnest(['actual_' || lower(category)] || CASE WHEN category <> 'REINVEST' THEN ['actual'] ELSE ['reinvested'] END) AS split, 'bill' AS kind, w, id, amount AS num
    FROM now
    UNION ALL
    SELECT 'recurrent', 'bill', w, id, amount FROM now WHERE category = 'REINVEST' AND recurrent
    UNION ALL
    SELECT 'variance', 'bill', w, id, -amount FROM now WHERE category <> 'REINVEST'
    UNION ALL
    SELECT unnest(['saving', 'net_saving']), 'bill', w, id, -amount FROM now WHERE category <> 'REINVEST' AND saved
    UNION ALL
    SELECT 'net_saving', 'bill', w, id, -amount FROM now WHERE category = 'REINVEST' AND saved
    UNION ALL
    SELECT unnest(['saving', 'net_saving']), 'bill', w, id, amount
    FROM baseline_month m JOIN bill b USING (seen) JOIN counted_subject s USING (w, id, collaborative)
    WHERE kind = 'bill' AND category <> 'REINVEST' AND collaborative NOT IN (SELECT collaborative FROM stated)
    UNION ALL
    SELECT unnest(['saving', 'net_saving']), 'stated', w, id::VARCHAR, amount / 12 * (date_diff('month', first, last) + 1) FROM stated, "window"
    UNION ALL
    -- A twelfth for each month of the budget's year.
    SELECT unnest(['budget', 'variance']), 'budget', w, id::VARCHAR, amount / 12 * count(*)
    FROM budget b JOIN "window" e ON e.last >= b.first AND e.first < b.first + INTERVAL 1 YEAR,
        LATERAL (SELECT unnest(generate_series(greatest(e.first, b.first), least(e.last, b.first + INTERVAL 11 MONTH), INTERVAL 1 MONTH)))
    GROUP BY w, id, amount
)
SELECT 'K22', split, 'all', 'people', kind, w, id, NULL, 'money', num, NULL FROM figure
UNION ALL
SELECT 'K22', 'per_bed_day', 'all', 'people', 'bill', w, id, NULL, 'ratio', amount, 0 FROM now WHERE category <> 'REINVEST'
UNION ALL
SELECT 'K22', 'per_bed_day', 'all', 'people', kind, w, id, bed_class, 'ratio', 0, num FROM counted WHERE measure = 'K13' AND split = 'occupied' AND lens = 'people';

INSERT INTO counted
WITH local_site AS (
    SELECT DISTINCT collaborative, service_line, site_code, since, until FROM natural_flow
),
judged AS (
    SELECT w, id, amount, category, collaborative, site IS NOT NULL AS named,
        count(*) FILTER (s.site_code IS NOT NULL) AS sites, count(*) FILTER (s.site_code IS NOT NULL AND EXISTS (
            SELECT 1 FROM local_site f WHERE f.collaborative = b.collaborative AND (b.service_line IS NULL OR f.service_line = b.service_line)
                AND f.site_code = s.site_code AND last_day(b.seen) BETWEEN f.since AND f.until)) AS locals,
        category = 'COMM' AND EXISTS (
            SELECT 1 FROM member m WHERE m.collaborative = b.collaborative AND m.org_code = b.payee AND last_day(b.seen) BETWEEN m.since AND m.until) AS community
    FROM w_bill b LEFT JOIN (SELECT site_code, org_code FROM site_owner UNION ALL SELECT DISTINCT site_id_payee, NULL FROM spend WHERE site_id_payee NOT IN (SELECT site_code FROM site_owner)) s
        ON CASE WHEN b.site IS NULL THEN s.org_code = b.payee ELSE s.site_code = b.site END
    GROUP BY ALL
),
placed AS (
    SELECT w, id, amount, CASE WHEN community OR (sites > 0 AND locals = sites) THEN 'local' WHEN locals = 0 THEN 'not_local' ELSE 'unknown' END AS place FROM judged
)
SELECT 'K23', place, 'all', 'people', 'bill', w, id, NULL, 'money', amount, NULL FROM placed
UNION ALL
SELECT 'K23', 'pct_local', 'all', 'people', 'bill', w, id, NULL, 'percent', CASE place WHEN 'local' THEN amount ELSE 0 END, amount FROM placed WHERE place <> 'unknown';
-- What placements cost: bills that name the sender's row, or else the receiver's spell.
CREATE TABLE placement_cost AS
WITH tied AS (
    SELECT b.w, b.amount, coalesce(o.id, s.id) AS id
    FROM w_bill b
    LEFT JOIN w_placement o ON o.w = b.w AND o.oap_id = b.oap_id
    LEFT JOIN w_placement s ON s.w = b.w AND s.spell_id = b.spell_id
    WHERE coalesce(o.id, s.id) IS NOT NULL
),
cost AS (SELECT w, id, sum(amount) AS cost FROM tied GROUP BY ALL),
-- The contract has no rule for the bed of a cost: it is that of the last ward stay that starts on or before the end, as for K03.
bed AS (
    SELECT p.w, p.id, coalesce(max_by(s.bed_class, (s.started, ward_stay_id)), any_value(CASE WHEN p.spell_id IS NULL THEN sent_class END)) AS bed_class
    FROM w_placement p LEFT JOIN w_ward_stay s ON s.w = p.w AND s.spell_id = p.spell_id AND s.started <= p.night_end GROUP BY p.w, p.id
)
SELECT w, p.id, in_list(bed_class) AS bed_class, cost, nights(started, night_end, first, last_day) AS nights, daily_rate::DOUBLE AS rate
FROM w_placement p JOIN bed USING (w, id) JOIN "window" USING (w) LEFT JOIN cost USING (w, id);

INSERT INTO counted
WITH figure AS (
    SELECT 'total' AS split, 'money' AS how, w, id, bed_class, cost AS num, NULL AS den FROM placement_cost WHERE cost IS NOT NULL
    UNION ALL
    SELECT 'per_day', 'ratio', w, id, bed_class, cost, nights FROM placement_cost WHERE cost IS NOT NULL
    UNION ALL
    SELECT 'pct_days', 'percent', w, id, bed_class, CASE WHEN cost IS NULL THEN 0 ELSE nights END, nights FROM placement_cost
    UNION ALL
    SELECT unnest(['q1_rate', 'q3_rate']), unnest(['q1', 'q3']), w, id, bed_class, coalesce(rate, cost / nights), NULL
    FROM placement_cost WHERE nights > 0 AND (rate IS NOT NULL OR cost IS NOT NULL)
)
SELECT 'K09', split, 'all', 'people', 'placement', w, id, bed, how, num, den
FROM figure JOIN "window" USING (w), LATERAL (SELECT unnest([NULL, bed_class]) AS bed);
