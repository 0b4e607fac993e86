// parquet-wasm, the Rust implementation: reads a file, or writes it again as its own writer would.
// { file } → its rows; { file, out, version?, encoding?, dictionary?, compression?, rowGroup?, page?, required? } → { bytes }
import { readFileSync, writeFileSync } from 'node:fs'
import { DataType, Field, Schema, Table, tableFromIPC, tableToIPC } from 'apache-arrow'
import { Compression, Encoding, Table as WasmTable, WriterPropertiesBuilder, WriterVersion, readParquet, writeParquet } from 'parquet-wasm'
import { answer } from './answers.mjs'
import * as cells from './cells.mjs'

await answer(({ file, out, ...how }) => {
  const table = readParquet(readFileSync(file))
  return out ? write(how.required ? required(table) : table, out, how) : rows(tableFromIPC(table.intoIPCStream()))
})

function rows(table) {
  const columns = table.schema.fields.map(({ name, type }) => ({ name, type: String(type) }))
  const values = table.schema.fields.map(({ type }, i) => column(table.getChildAt(i), writer(type)))
  return { columns, rows: Array.from({ length: table.numRows }, (_, row) => values.map(texts => texts[row])) }
}

function column(vector, write) {
  return Array.from(vector, value => value === null ? 'null' : write(value))
}

function writer(type) {
  if (DataType.isBool(type)) return String
  if (DataType.isInt(type)) return cells.integer
  if (DataType.isFloat(type)) return cells.double
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return cells.text
  if (DataType.isDate(type)) return value => cells.date(Number(value) / 86_400_000)
  if (DataType.isTimestamp(type)) return cells.instant
  if (DataType.isDecimal(type)) return value => cells.decimal(signed(value), type.scale)
  throw new Error(`no writer for ${type}`)
}

/** Little-endian two's complement in 32-bit words. */
function signed(words) {
  return BigInt.asIntN(words.length * 32, words.reduceRight((sum, word) => sum << 32n | BigInt(word >>> 0), 0n))
}

/** The same table, its columns declared to have no nulls. */
function required(table) {
  const arrow = tableFromIPC(table.intoIPCStream())
  const schema = new Schema(arrow.schema.fields.map(({ name, type }) => new Field(name, type, false)))
  const columns = Object.fromEntries(schema.fields.map(({ name }) => [name, arrow.getChild(name)]))
  return WasmTable.fromIPCStream(tableToIPC(new Table(schema, columns), 'stream'))
}

function write(table, out, { version, encoding, dictionary, compression, rowGroup, page }) {
  let properties = new WriterPropertiesBuilder()
  if (version) properties = properties.setWriterVersion(WriterVersion[version])
  if (encoding) properties = properties.setEncoding(Encoding[encoding])
  if (dictionary !== undefined) properties = properties.setDictionaryEnabled(dictionary)
  if (compression) properties = properties.setCompression(Compression[compression])
  if (rowGroup) properties = properties.setMaxRowGroupSize(rowGroup)
  if (page) properties = properties.setDataPageSizeLimit(page)
  const bytes = writeParquet(table, properties.build())
  writeFileSync(out, bytes)
  return { bytes: bytes.length }
}
