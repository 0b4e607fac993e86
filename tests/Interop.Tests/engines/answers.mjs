// The loop of every engine: a line of JSON with a question in, a line of JSON with the answer out.
import { createInterface } from 'node:readline'

/** @param handle takes the question, returns { columns: [{ name, type }], rows: array of arrays of JSON texts, … } or any other JSON value */
export async function answer(handle) {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    process.stdout.write(await reply(handle, line) + '\n')
  }
}

async function reply(handle, line) {
  try {
    const result = await handle(JSON.parse(line))
    if (!result.rows) {
      return JSON.stringify(result)
    }

    const { rows, ...rest } = result
    return `${JSON.stringify(rest).slice(0, -1)},"rows":[${rows.map(row => `[${row.join(',')}]`).join(',')}]}`
  } catch (failure) {
    return JSON.stringify({ error: String(failure?.message ?? failure) })
  }
}
