import {
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import { isDatabaseAway, poolOf, type Db } from './db.ts'
import type { Schema } from './schema.gen.ts'

/** A transaction opened in somebody's name; ended by exactly one of commit and rollback. */
export type Acting = { db: Db; commit: () => Promise<void>; rollback: () => Promise<void> }
export type Access = 'read' | 'write'

/** Opens a transaction; until `actAs` it is nobody's. Reads are opened read-only, so a GET can change nothing. */
export function openTransaction(db: Db, access: Access): Promise<Acting> {
  return enterTransaction(db, access, () => Promise.resolve())
}

/**
 * Opens a transaction with the statement that says in whose name: both leave together, and nothing else is sent before
 * both are answered. Where either failed there is no transaction, so that nothing ever runs outside one or as another.
 */
export async function enterTransaction<T>(
  db: Db,
  access: Access,
  enter: (db: Db) => Promise<T>,
): Promise<Acting & { entered: T }> {
  const pool = poolOf(db)
  const client = await pool.connect()
  try {
    return await enterOn(client, access, enter)
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    return enterOn(await pool.connect(), access, enter) // it broke while it rested: nothing was done on it, so one other is asked
  }
}

async function enterOn<T>(client: pg.PoolClient, access: Access, enter: (db: Db) => Promise<T>) {
  const acting = transactionOn(client, access)
  try {
    const begun = client.query(access === 'read' ? 'begin read only' : 'begin')
    const [, entered] = await Promise.all([begun, enter(acting.db)])
    return { ...acting, entered }
  } catch (error) {
    await acting.rollback().catch(() => {}) // the first error is the one that matters
    throw error
  }
}

/** What was read needs no commit to be true: the end of a read-only transaction is sent, and the answer does not wait for it. */
function transactionOn(client: pg.PoolClient, access: Access): Acting {
  let open = true
  const end = async (word: 'commit' | 'rollback') => {
    if (!open) return
    open = false
    try {
      const { command } = await client.query(word)
      if (word === 'commit' && command !== 'COMMIT') throw new Error('A transaction that had failed was rolled back.')
      client.release()
    } catch (error) {
      client.release(true) // nobody knows where it stands: another takes its place
      throw error
    }
  }
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: async (consumer) => {
      if (!open) throw new Error('This transaction has ended.')
      return consumer(connectionOf(client))
    },
  })
  return {
    db: new Transaction<Schema>({ config: { dialect }, dialect, driver, executor }),
    commit: access === 'write' ? () => end('commit') : () => Promise.resolve(void end('commit').catch(() => {})),
    rollback: () => end('rollback'),
  }
}

/** Statements of one transaction may be sent at once; PostgreSQL answers them in their order. */
function connectionOf(client: pg.PoolClient): DatabaseConnection {
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const { rows, rowCount, command } = await client.query<R & pg.QueryResultRow>(sql, [...parameters])
      return changes.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
    },
    streamQuery: () => {
      throw new Error('A request reads whole answers; streams are for exports.')
    },
  }
}

const changes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()
const driver = new DummyDriver()
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
}
