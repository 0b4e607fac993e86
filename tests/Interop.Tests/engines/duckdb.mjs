// DuckDB: runs SQL. { sql } → the rows of its last statement.
import { DuckDBInstance, DuckDBTypeId as Id } from '@duckdb/node-api'
import { answer } from './answers.mjs'
import * as cells from './cells.mjs'

const writers = {
  [Id.BOOLEAN]: String,
  [Id.TINYINT]: cells.integer,
  [Id.SMALLINT]: cells.integer,
  [Id.INTEGER]: cells.integer,
  [Id.BIGINT]: cells.integer,
  [Id.UTINYINT]: cells.integer,
  [Id.USMALLINT]: cells.integer,
  [Id.UINTEGER]: cells.integer,
  [Id.UBIGINT]: cells.integer,
  [Id.HUGEINT]: cells.integer,
  [Id.FLOAT]: cells.double,
  [Id.DOUBLE]: cells.double,
  [Id.VARCHAR]: cells.text,
  [Id.DATE]: value => cells.date(value.days),
  [Id.TIMESTAMP]: value => cells.instantMicros(value.micros),
  [Id.TIMESTAMP_TZ]: value => cells.instantMicros(value.micros),
  [Id.TIMESTAMP_MS]: value => cells.instant(value.millis),
  [Id.DECIMAL]: value => cells.decimal(value.value, value.scale),
}

const database = await DuckDBInstance.create(':memory:')
const connection = await database.connect()

await answer(async ({ sql }) => {
  const result = await connection.runAndReadAll(sql)
  const types = result.columnTypes()
  const write = types.map(type => writers[type.typeId] ?? (value => cells.text(String(value))))
  return {
    columns: result.columnNames().map((name, i) => ({ name, type: types[i].toString() })),
    rows: result.getRows().map(row => row.map((value, i) => value === null ? 'null' : write[i](value))),
  }
})
