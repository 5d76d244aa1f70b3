// Reads Parquet files of a release with hyparquet: node parquet.mjs FILE...
// Prints per table what it holds: rows, hidden rows, and the sums of what is shown.
import { basename } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const found = {}
for (const path of process.argv.slice(2)) {
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path), compressors })
  const table = basename(path, '.parquet')
  found[table] = {
    rows: rows.length,
    hidden: rows.filter((row) => row.status).length,
    noemer: rows.reduce((sum, row) => sum + Number(row.noemer ?? 0), 0),
    waarde: Math.round(10 * rows.reduce((sum, row) => sum + Number(row.waarde ?? 0), 0)),
  }
}
console.log(JSON.stringify(found))
