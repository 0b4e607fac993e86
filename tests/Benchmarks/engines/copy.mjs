// Writes a Parquet file's rows again as DuckDB does with Snappy, to compare sizes. Prints one line of JSON.
import { DuckDBInstance } from '@duckdb/node-api'
import { statSync } from 'node:fs'

const [from, to] = process.argv.slice(2)
const connection = await (await DuckDBInstance.create(':memory:')).connect()
await connection.run(`COPY (SELECT * FROM read_parquet('${from}')) TO '${to}' (FORMAT parquet, COMPRESSION snappy)`)
console.log(JSON.stringify({ first: 0, firstCpu: 0, seconds: 0, cpu: 0, peakBytes: 0, fileBytes: statSync(to).size }))
