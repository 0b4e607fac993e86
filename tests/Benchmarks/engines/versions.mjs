// What DuckDB's side runs on, or null where it is not installed. Prints one line of JSON.
const duckDb = await import('@duckdb/node-api').then(({ version }) => version(), () => null)
console.log(JSON.stringify({ node: process.version, duckDb }))
