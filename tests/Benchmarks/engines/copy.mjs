// DuckDB's side of the parquet comparison: the rows of a Parquet file, held in a table in memory, to Parquet with Snappy.
import { measure, text } from './duckdb.mjs'

const [from, to, threads] = process.argv.slice(2)
await measure(threads, async connection => {
  await connection.run(`COPY stays TO ${text(to)} (FORMAT parquet, COMPRESSION snappy)`)
}, {
  prepare: connection => connection.run(`CREATE TABLE stays AS SELECT * FROM read_parquet(${text(from)})`),
  file: to,
})
