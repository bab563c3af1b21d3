import { PgBoss, type Job } from 'pg-boss'
import pg from 'pg'
import { CompiledQuery } from 'kysely'
import type { Db } from '#platform/db/db.ts'

/** The queues and what each carries: identifiers only, never a person's data. */
export type Jobs = {
  'send-message': { messageId: string }
  'end-what-expired': Record<string, never>
  'close-unanswered': Record<string, never>
  remind: { after?: string }
  'ask-listings': Record<string, never>
  'tell-organization': { referralId: string }
  'import-upload': { uploadId: string }
}
export type JobName = keyof Jobs

/** Hands a job over inside the caller's transaction: it exists only if that commits. */
export type SendJob = <N extends JobName>(db: Db, name: N, job: Jobs[N]) => Promise<void>

const names: readonly JobName[] = [
  'send-message',
  'end-what-expired',
  'close-unanswered',
  'remind',
  'ask-listings',
  'tell-organization',
  'import-upload',
]

/** Retries with an end: ten tries over some hours, longer apart each time; an hourly job hands over again what still waits. */
const queue = { retryLimit: 10, retryDelay: 15, retryBackoff: true, retryDelayMax: 6 * 3600, expireInSeconds: 300 }

/** Makes the queues' schema as the owning role and opens it to the role that serves requests. */
export async function prepareJobs(ownerUrl: string, appRole: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  for (const name of names) await boss.createQueue(name, queue)
  await boss.stop({ graceful: false })
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // a server that goes away fails the statement under way
  await client.connect()
  try {
    const role = client.escapeIdentifier(appRole)
    await client.query(`grant usage on schema pgboss to ${role}; grant select, insert, update, delete on all tables in schema pgboss to ${role};
      grant usage, select on all sequences in schema pgboss to ${role}; grant execute on all functions in schema pgboss to ${role}`)
  } finally {
    await client.end()
  }
}

/** The sending side: no connection of its own, it writes through the transaction it is given; also to start, so that the first senders never wait for one another's. */
export function createSendJob(pool: Db): { send: SendJob; stop: () => Promise<void> } {
  let starter: Db | undefined
  const boss = new PgBoss({
    db: { executeSql: (text, values) => through(starter ?? pool).executeSql(text, values) },
    migrate: false,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => {})
  let started: Promise<unknown> | undefined
  const start = async (db: Db) => {
    starter = db
    try {
      await boss.start()
    } catch (error) {
      started = undefined // the database was away: the next sender tries again
      throw error
    } finally {
      starter = undefined
    }
  }
  return {
    send: async (db, name, job) => {
      started ??= start(db)
      await started
      await boss.send(name, job, { db: through(db) })
    },
    stop: async () => {
      if (started) await boss.stop({ graceful: false })
    },
  }
}

/** The working side: runs as the owning role, works a queue with one handler each, and stops after the job under way. */
export async function startWorker(
  ownerUrl: string,
  handlers: { [N in JobName]: (job: Jobs[N]) => Promise<void> },
  schedules: Partial<Record<JobName, string>>,
) {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 4 })
  boss.on('error', () => {}) // a database that goes away comes back; the next poll finds it
  await boss.start()
  const work = <N extends JobName>(name: N) =>
    boss.work<Jobs[N]>(name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (jobs: Job<Jobs[N]>[]) => {
      for (const job of jobs) await handlers[name](job.data)
    })
  for (const name of names) await work(name)
  for (const [name, cron] of Object.entries(schedules)) await boss.schedule(name, cron, {}, { tz: 'America/Toronto' })
  return { stop: () => boss.stop({ graceful: true, timeout: 20_000 }) }
}

function through(db: Db) {
  return {
    executeSql: async (text: string, values?: unknown[]) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values ?? []))
      return { rows }
    },
  }
}
