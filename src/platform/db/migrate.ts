import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { root } from '../config/root.ts'

const folder = join(root, 'migrations')
const advisoryLock = 420_260_115 // any number of our own: two starts never migrate at once

/** Brings a database to the newest migration as the owning role; forward only. Answers the names applied. */
export async function migrate(ownerUrl: string, appRole: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    await client.query(`create table if not exists migration (name text primary key, applied_at timestamptz not null default now());
      comment on table migration is 'owner: platform; purpose: which migrations this database has; retention: for ever; personal: no'`)
    const { rows } = await client.query<{ name: string }>('select name from migration')
    const applied = new Set(rows.map((row) => row.name))
    const pending = migrationNames().filter((name) => !applied.has(name))
    for (const name of pending) await apply(client, name, appRole)
    await client.query(`grant usage on schema public to ${client.escapeIdentifier(appRole)}`)
    return pending
  } finally {
    await client.end()
  }
}

export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

async function apply(client: pg.Client, name: string, appRole: string): Promise<void> {
  const text = readFileSync(join(folder, name), 'utf8').replaceAll('{{app}}', client.escapeIdentifier(appRole))
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
