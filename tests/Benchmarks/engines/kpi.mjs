// DuckDB's side of the kpi comparison: nights, active and started of 36 months from curated Parquet. Prints one line of JSON.
import { DuckDBInstance } from '@duckdb/node-api'
import { readFileSync } from 'node:fs'

const [file, threads, first, form] = process.argv.slice(2)
const connection = await (await DuckDBInstance.create(':memory:', { threads })).connect()

const months = `SELECT (DATE '${first}-01' + to_months(m::INTEGER))::DATE AS p0, last_day(DATE '${first}-01' + to_months(m::INTEGER)) AS p1 FROM range(36) AS r(m)`
const nights = `least(coalesce(e, p1 + 1), p1 + 1) - greatest(s, p0)`
const stays = `SELECT start_date_ward_stay AS s, end_date_ward_stay AS e FROM read_parquet('${file}')`
const sql = {
  join: `SELECT sum(greatest(0, ${nights})), count(*) FILTER (s <= p1 AND (e IS NULL OR e > p1)), count(*) FILTER (s BETWEEN p0 AND p1)
    FROM (${months}) JOIN (${stays}) ON s <= p1 AND (e IS NULL OR e >= p0) GROUP BY p0 ORDER BY p0`,
  grouped: `SELECT sum(n * greatest(0, ${nights})), sum(n) FILTER (s <= p1 AND (e IS NULL OR e > p1)), sum(n) FILTER (s BETWEEN p0 AND p1)
    FROM (${months}) JOIN (SELECT s, e, count(*) AS n FROM (${stays}) GROUP BY s, e) ON s <= p1 AND (e IS NULL OR e >= p0) GROUP BY p0 ORDER BY p0`,
}[form]

async function time() {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const rows = (await connection.runAndReadAll(sql)).getRows()
  const used = process.cpuUsage(before)
  return { seconds: (performance.now() - start) / 1000, cpu: (used.user + used.system) / 1e6, figures: rows.flat().map(Number) }
}

const cold = await time()
const peakBytes = Number(readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\s+(\d+)/)[1]) * 1024
const warm = await time()
console.log(JSON.stringify({
  first: cold.seconds, firstCpu: cold.cpu, seconds: warm.seconds, cpu: warm.cpu, peakBytes, fileBytes: 0, figures: warm.figures,
}))
