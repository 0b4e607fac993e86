// DuckDB's side of the ingest comparison: the same checks over ward stays in SQL, then COPY to Parquet.
import { measure, text } from './duckdb.mjs'

const [wardStays, spells, parquet, threads, checks] = process.argv.slice(2)

const read = (file, columns) =>
  `read_csv(${text(file)}, header = true, auto_detect = false, delim = ',', quote = '"', dateformat = '%Y-%m-%d', columns = {${columns}})`
const stayColumns = `WardStayID: 'VARCHAR', HospProvSpellID: 'VARCHAR', WardCode: 'VARCHAR', SiteIDOfWard: 'VARCHAR', StartDateWardStay: 'DATE',
  EndDateWardStay: 'DATE', MHAdmittedPatientClass: 'VARCHAR', SpecialisedMHServiceCode: 'VARCHAR', LeaveDays: 'INTEGER'`
const spellColumns = `HospProvSpellID: 'VARCHAR', ServiceRequestID: 'VARCHAR', StartDateHospProvSpell: 'DATE', Source: 'VARCHAR', Method: 'VARCHAR',
  Estimated: 'DATE', DischDateHospProvSpell: 'DATE', MethodOut: 'VARCHAR', Destination: 'VARCHAR', LegalStatus: 'VARCHAR'`
const classes = ['200', '201', '202', '203', '204', '205', '206', '207', '208', '209', '210', '211', '212', '213', '300', '301', '302', '303',
  '304', '305', '306', '307', '308', '309', '310', '311'].map(code => `'${code}'`).join(', ')

const rules = [
  `SELECT count(*) FROM stays WHERE WardStayID IS NULL OR HospProvSpellID IS NULL OR WardCode IS NULL OR SiteIDOfWard IS NULL
     OR StartDateWardStay IS NULL OR MHAdmittedPatientClass IS NULL`,
  `SELECT count(*) FROM stays WHERE MHAdmittedPatientClass NOT IN (${classes})`,
  `SELECT count(*) FROM stays WHERE EndDateWardStay < StartDateWardStay OR EndDateWardStay < DATE '2025-07-01' OR EndDateWardStay > DATE '2025-07-31'
     OR StartDateWardStay > DATE '2025-07-31' OR LeaveDays < 0`,
  `SELECT count(*) FROM (SELECT WardStayID FROM stays GROUP BY WardStayID HAVING count(*) > 1)`,
  `SELECT count(*) FROM stays LEFT JOIN spells USING (HospProvSpellID) WHERE spells.HospProvSpellID IS NULL
     OR StartDateWardStay < StartDateHospProvSpell OR StartDateWardStay > coalesce(DischDateHospProvSpell, DATE '9999-12-31')
     OR EndDateWardStay > coalesce(DischDateHospProvSpell, DATE '9999-12-31')`,
]

await measure(threads, async connection => {
  await connection.run(`CREATE TABLE stays AS SELECT * FROM ${read(wardStays, stayColumns)}`)
  if (checks === 'checks') {
    await connection.run(`CREATE TABLE spells AS SELECT * FROM ${read(spells, spellColumns)}`)
    for (const rule of rules) {
      const found = (await connection.runAndReadAll(rule)).getRows()[0][0]
      if (found !== 0n) throw new Error(`${found} rows fail: ${rule}`)
    }
  }
  await connection.run(`COPY stays TO ${text(parquet)} (FORMAT parquet, COMPRESSION snappy)`)
}, { file: parquet })
