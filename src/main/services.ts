import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onAnswer } from './listeners.ts'
import type { Config } from '#platform/config/config.ts'
import { root } from '#platform/config/root.ts'
import { connect, type Pool } from '#platform/db/db.ts'
import { embeddedPostgres } from '#platform/db/embedded/server.ts'
import { migrate } from '#platform/db/migrate.ts'
import { requirePowerless } from '#platform/db/role.ts'
import type { Services } from '#platform/http/env.ts'
import { createSendJob, prepareJobs } from '#platform/jobs/jobs.ts'
import { createLog } from '#platform/log/log.ts'
import { loadReference } from '#platform/reference/load.ts'
import { createSecrets, newCode, newToken } from '#platform/secret/secret.ts'
import { loadWords } from '#platform/text/words.ts'

/** Where the database is: the operator's, or our own embedded one, with the way to let go of it. */
export type Database = { ownerUrl: string; appUrl: string; release: () => Promise<void> }

export async function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl && config.databaseAppUrl)
    return { ownerUrl: config.databaseUrl, appUrl: config.databaseAppUrl, release: async () => {} }
  return embeddedPostgres(config.dataDir)
}

/** Brings the database up to date: migrations and the job queues, as the owning role. */
export async function prepareDatabase(database: Database): Promise<void> {
  const appRole = decodeURIComponent(new URL(database.appUrl).username)
  await migrate(database.ownerUrl, appRole)
  await prepareJobs(database.ownerUrl, appRole)
}

export type Running = { services: Services; pool: Pool; stop: () => Promise<void> }

/** What every process shares, made once; the role that serves requests is checked to own nothing. */
export async function createServices(
  config: Config,
  appUrl: string,
  { now = () => new Date(), connections = 20 }: { now?: () => Date; connections?: number } = {},
): Promise<Running> {
  const pool = connect(appUrl, connections)
  await requirePowerless(pool.db)
  const jobs = createSendJob(pool.db)
  const services: Services = {
    config,
    pool: pool.db,
    secrets: createSecrets(config),
    words: loadWords(join(root, 'content')),
    reference: loadReference(root),
    log: createLog(config.logLevel),
    sendJob: jobs.send,
    onAnswer,
    now,
    newId: randomUUID,
    newToken,
    newCode,
  }
  return {
    services,
    pool,
    stop: async () => {
      await jobs.stop()
      await pool.close()
    },
  }
}
