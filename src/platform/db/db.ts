import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { gatheringSocket } from './line.ts'
import type { Schema } from './schema.gen.ts'

/** A connection pool, or one transaction of it; stores take either. */
export type Db = Kysely<Schema>

const dateOid = 1082
pg.types.setTypeParser(dateOid, (text) => text) // a date is a Day, not a moment in some zone

export type Pool = { db: Db; close: () => Promise<void> }

/** A pool for one role; a server that goes away shows as errors of the calls under way, and is found again by the next. */
export function connect(url: string, size = 10): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    pipeline: true, // a statement need not wait for the answer to the one before it
    stream: gatheringSocket,
  })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at its next use
  pool.on('connect', (client) => client.on('error', () => {})) // one that breaks in a transaction, between two statements, fails the next one; unheard it would end the process
  pool.on('connect', (client) => prepareByText(client))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  pools.set(db, pool)
  return { db, close: () => db.destroy() }
}

const pools = new WeakMap<Db, pg.Pool>()

/** Where a transaction gets a connection of its own. */
export function poolOf(db: Db): pg.Pool {
  const pool = pools.get(db)
  if (!pool) throw new Error('A transaction is opened from a pool, not inside another transaction.')
  return pool
}

/** Asks the least there is to ask; throws where nobody answers. */
export async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db)
}

const goneCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
])

/** Whether an error says that the database is away for now, so that "come back in a moment" is the true answer. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && goneCodes.has(String(error.code))) return true
  return /Connection terminated|not currently accepting connections|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  )
}

const mostStatements = 500
const reads = /^select [^;]*$/ // one statement: of several, none can be named

/** A text with parameters, or one that reads, is given a name, so that each connection parses and plans it once; our texts are few and fixed. */
function prepareByText(client: pg.PoolClient): void {
  const names = new Map<string, string>()
  const query = client.query.bind(client)
  const named = (...call: unknown[]): unknown => {
    const [text, values] = call
    if (call.length !== 2 || typeof text !== 'string' || !Array.isArray(values))
      return Reflect.apply(query, client, call)
    if (values.length === 0 && !reads.test(text)) return Reflect.apply(query, client, call)
    const name = names.get(text) ?? (names.size < mostStatements ? `s${names.size}` : undefined)
    if (name === undefined) return Reflect.apply(query, client, call)
    names.set(text, name)
    return Reflect.apply(query, client, [{ name, text, values }])
  }
  Reflect.set(client, 'query', named)
}
