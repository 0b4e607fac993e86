// hyparquet: reads a file. { file, filter? } → its rows, and how many bytes it fetched for them after the footer;
// a filter's dates and instants are given as { iso: '2024-01-02' }.
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { answer } from './answers.mjs'
import * as cells from './cells.mjs'

const writers = {
  BOOLEAN: String,
  INT32: cells.integer,
  INT64: cells.integer,
  DOUBLE: cells.double,
  UTF8: cells.text,
  DATE: value => cells.date(value.getTime() / 86_400_000),
  TIMESTAMP_MILLIS: value => cells.instant(value.getTime()),
  DECIMAL: cells.double, // hyparquet gives decimals as doubles
}

await answer(async ({ file, filter }) => {
  const bytes = await asyncBufferFromFile(file)
  const metadata = await parquetMetadataAsync(bytes)
  let fetched = 0
  const buffer = {
    byteLength: bytes.byteLength,
    slice(start, end = bytes.byteLength) {
      fetched += end - start
      return bytes.slice(start, end)
    },
  }
  const columns = parquetSchema(metadata).children.map(({ element }) => ({
    name: element.name,
    type: element.converted_type ?? element.type,
    logical: element.logical_type?.type,
  }))
  const rows = await parquetReadObjects({ file: buffer, metadata, compressors, filter: filter && dates(filter) })
  return {
    fetched,
    columns,
    rows: rows.map(row => columns.map(({ name, type }) => row[name] === null || row[name] === undefined ? 'null' : writers[type](row[name]))),
  }
})

function dates(filter) {
  return JSON.parse(JSON.stringify(filter), (_, value) => value?.iso ? new Date(value.iso) : value)
}
