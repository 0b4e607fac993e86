// What the scripts of DuckDB's side share.
import { DuckDBInstance } from '@duckdb/node-api'
import { readFileSync, statSync } from 'node:fs'

export const text = value => `'${value.replaceAll("'", "''")}'`

/** Runs a task with a connection to a database in memory, which is let go afterwards. */
export async function withDatabase(task, options = {}) {
  const instance = await DuckDBInstance.create(':memory:', options)
  const connection = await instance.connect()
  try {
    return await task(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

async function run(threads, prepare, job) {
  return withDatabase(async connection => {
    await prepare(connection)
    const [start, before] = [performance.now(), process.cpuUsage()]
    const figures = await job(connection)
    const used = process.cpuUsage(before)
    return { seconds: (performance.now() - start) / 1000, cpu: (used.user + used.system) / 1e6, figures }
  }, { threads })
}

/** Runs a job twice, each time in a database of its own, so that the second does not pay for the first's tables. Prints one line of JSON. */
export async function measure(threads, job, { prepare = async () => {}, file } = {}) {
  const cold = await run(threads, prepare, job)
  const peakBytes = Number(readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\s+(\d+)/)[1]) * 1024
  const warm = await run(threads, prepare, job)
  console.log(JSON.stringify({
    first: cold.seconds, firstCpu: cold.cpu, seconds: warm.seconds, cpu: warm.cpu, peakBytes, fileBytes: file ? statSync(file).size : 0, figures: warm.figures ?? [],
  }))
}
