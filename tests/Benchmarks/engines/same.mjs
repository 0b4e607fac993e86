// Holds two Parquet files against each other, whatever the order of their rows. Prints one line of JSON.
// A pair of columns is a name, an expression over our file and one over the other; without pairs, all columns of both by name and type.
import { text, withDatabase } from './duckdb.mjs'

const [ours, theirs, given] = process.argv.slice(2)
const differences = []

await withDatabase(async connection => {
  const rows = async sql => (await connection.runAndReadAll(sql)).getRows()
  const pairs = given ? JSON.parse(given) : await byName()
  if (pairs.length === 0) return print(0, [])

  const [a, b] = [await digest(ours, pairs.map(([, expression]) => expression)), await digest(theirs, pairs.map(([, , expression]) => expression))]
  ;['rows', ...pairs.map(([name]) => name), 'whole rows'].forEach((what, i) => {
    if (a[i] !== b[i]) differences.push(`${what}: ${a[i]} and ${b[i]}`)
  })
  print(Number(a[0]), pairs.map(([name]) => name))

  function print(rows, columns) {
    console.log(JSON.stringify({ rows, columns, differences }))
  }

  async function byName() {
    const described = async file => rows(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${text(file)}))`)
    const [mine, other] = [await described(ours), await described(theirs)]
    if (String(mine) !== String(other)) {
      differences.push(`columns: ${mine} and ${other}`)
      return []
    }

    return mine.map(([name]) => [name, `"${name}"`, `"${name}"`])
  }

  /** Rows; of each column the values that are not null and the sum of their hashes; the same of whole rows. */
  async function digest(file, expressions) {
    const names = expressions.map((_, i) => `c${i}`)
    const columns = names.map(name => `count(${name}) || ' values, hash ' || coalesce(sum(hash(${name})), 0)`)
    const [figures] = await rows(`SELECT count(*)::VARCHAR, ${columns.join(', ')}, 'hash ' || coalesce(sum(hash(${names.join(', ')})), 0)
      FROM (SELECT ${expressions.map((expression, i) => `${expression} AS c${i}`).join(', ')} FROM read_parquet(${text(file)}))`)
    return figures
  }
})
