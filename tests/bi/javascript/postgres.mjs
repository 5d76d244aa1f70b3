// Reads tables that a role may see with node-postgres: node postgres.mjs TABLE...
// Takes PGHOST, PGPORT, PGDATABASE, PGUSER and PGPASSWORD, as every PostgreSQL client does.
import pg from 'pg'

const client = new pg.Client()
await client.connect()
const found = {}
for (const table of process.argv.slice(2)) {
  const { rows } = await client.query(`
    select count(*)::int as rows, count(status)::int as hidden,
      coalesce(sum(noemer), 0)::float8 as noemer,
      coalesce(round((10 * sum(waarde))::numeric), 0)::float8 as waarde
    from ${pg.escapeIdentifier(table)}`)
  found[table] = rows[0]
}
await client.end()
console.log(JSON.stringify(found))
