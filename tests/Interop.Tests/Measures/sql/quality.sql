-- K26, from what the providers were told: vodim.csv and summary.json of the submissions that count, and members.csv.
CREATE TABLE counting AS
SELECT provider, period, replace(filename, 'summary.json', 'vodim.csv') AS file, hidden.nights AS hidden,
    list_sum(list_transform(tables, t -> t."read")) AS taken, list_sum(list_transform(tables, t -> t.rejected)) AS rejected,
    coalesce(list_sum(list_transform(rules, r -> r.count)), 0) AS findings
FROM summary
WHERE status = 'accepted'
QUALIFY row_number() OVER (PARTITION BY provider, period ORDER BY received DESC, upload DESC) = 1;

-- What a provider's month goes into: its own rows and those of the totals.
CREATE TABLE below AS
SELECT file, period, collaborative, breakdown, CASE WHEN breakdown = 'Provider' THEN provider END AS provider
FROM counting
JOIN (SELECT org_code AS provider, collaborative, 'Collaborative' AS total FROM member UNION ALL SELECT DISTINCT org_code, 'ALL', 'Programme' FROM member)
    USING (provider)
CROSS JOIN LATERAL (SELECT unnest([total, 'Provider']) AS breakdown);

CREATE TABLE quality AS
SELECT period, collaborative, breakdown, provider, v."table" AS table_name, field,
    unnest(['valid', 'other', 'default', 'invalid', 'missing']) AS split,
    unnest([sum(valid), sum(other), sum("default"), sum(invalid), sum(missing)])::DOUBLE AS value
FROM vodim AS v
JOIN below ON file = filename
GROUP BY period, collaborative, breakdown, provider, v."table", field
UNION ALL
SELECT period, collaborative, breakdown, provider, NULL, NULL,
    unnest(['pct_rejected', 'findings_per_1000', 'nights_hidden']),
    unnest([100 * sum(rejected) / sum(taken), 1000 * sum(findings) / sum(taken), sum(hidden)::DOUBLE])
FROM below
JOIN (SELECT * EXCLUDE (provider, period) FROM counting) USING (file)
GROUP BY period, collaborative, breakdown, provider;
