// DuckDB's side of the kpi comparison: nights, active and started of 36 months from curated Parquet.
import { measure, text } from './duckdb.mjs'

const [file, threads, first, form] = process.argv.slice(2)

const months = `SELECT (DATE '${first}-01' + to_months(m::INTEGER))::DATE AS p0, last_day(DATE '${first}-01' + to_months(m::INTEGER)) AS p1 FROM range(36) AS r(m)`
const nights = `least(coalesce(e, p1 + 1), p1 + 1) - greatest(s, p0)`
const stays = `SELECT start_date_ward_stay AS s, end_date_ward_stay AS e FROM read_parquet(${text(file)})`
const sql = {
  join: `SELECT sum(greatest(0, ${nights})), count(*) FILTER (s <= p1 AND (e IS NULL OR e > p1)), count(*) FILTER (s BETWEEN p0 AND p1)
    FROM (${months}) JOIN (${stays}) ON s <= p1 AND (e IS NULL OR e >= p0) GROUP BY p0 ORDER BY p0`,
  grouped: `SELECT sum(n * greatest(0, ${nights})), sum(n) FILTER (s <= p1 AND (e IS NULL OR e > p1)), sum(n) FILTER (s BETWEEN p0 AND p1)
    FROM (${months}) JOIN (SELECT s, e, count(*) AS n FROM (${stays}) GROUP BY s, e) ON s <= p1 AND (e IS NULL OR e >= p0) GROUP BY p0 ORDER BY p0`,
}[form]

await measure(threads, async connection => (await connection.runAndReadAll(sql)).getRows().flat().map(Number))
