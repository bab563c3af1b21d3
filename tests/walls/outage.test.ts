// The database goes away and comes back: a page that says so, in the person's language, and then the same pool works again.
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect, type Pool } from '#platform/db/db.ts'
import { createSendJob } from '#platform/jobs/jobs.ts'
import { createApp } from '../../src/main/app.tsx'
import { written } from '../support/mailbox.ts'
import { answerQuestions, samira } from '../support/people.ts'
import { visitorOf, type Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'
import { lineTo, type Line } from './broken-line.ts'

let world: World
let line: Line
let pool: Pool
let superuser: Pool
let jobs: ReturnType<typeof createSendJob>
const size = 4

beforeAll(async () => {
  world = await openWorld()
  line = await lineTo(world.appUrl)
  pool = connect(line.url, size)
  jobs = createSendJob(pool.db)
  superuser = connect(inject('server').superuserUrl, 1)
})
afterAll(async () => {
  await jobs.stop()
  await pool.close()
  await line.end()
  await superuser.close()
  await world.end()
})

const appOnTheLine = () => createApp({ ...world.services, pool: pool.db, sendJob: jobs.send })

async function aDraft(language: string): Promise<Visitor> {
  const visitor = visitorOf({ app: appOnTheLine() })
  await answerQuestions(visitor, language, samira)
  return visitor
}

function expectAway(visitor: Visitor, language: string): void {
  const t = world.services.words.in(language === 'ar' ? 'ar' : 'fr')
  expect(visitor.page.status).toBe(503)
  expect(Number(visitor.page.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(visitor.page.headers.get('cache-control')).toBe('no-store')
  expect(visitor.page.html).toContain(`<html lang="${language}"`)
  expect(visitor.page.html).toContain(t('common.away.title'))
}

test('a database that takes no connection, and then does', async () => {
  const visitor = await aDraft('ar')
  const name = new URL(world.appUrl).pathname.slice(1)
  await sql.raw(`alter database ${name} allow_connections false`).execute(superuser.db)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(superuser.db)
  try {
    for (let round = 0; round < 3; round++) {
      await visitor.open('/ar/plan')
      expectAway(visitor, 'ar')
    }
  } finally {
    await sql.raw(`alter database ${name} allow_connections true`).execute(superuser.db)
  }
  expect((await visitor.open('/ar/plan')).status).toBe(200)
  expect(visitor.page.html).toContain('step-asylum-lawyer')
})

test('a server that is gone: the page says so, the form can be sent again and acts once', async () => {
  const visitor = await aDraft('ar')
  await visitor.open('/ar/help')
  const form = visitor.page
  line.cut()
  await visitor.send('/ar/help', { number: '514 555-0199', hours: '', language: 'ar' })
  expectAway(visitor, 'ar')
  line.mend()
  visitor.page = form
  await visitor.send('/ar/help', { number: '514 555-0199', hours: '', language: 'ar' })
  expect(visitor.page.status).toBe(200)
  const calls = await world.owner.selectFrom('task').select('id').where('kind', '=', 'call-back').execute()
  expect(calls).toHaveLength(1)
})

test('health tells that nobody can be answered, and that one can again', async () => {
  const visitor = visitorOf({ app: appOnTheLine() })
  line.cut()
  expect((await visitor.open('/health/ready')).status).toBe(503)
  expect((await visitor.open('/health/live')).status).toBe(200)
  line.mend()
  expect((await visitor.open('/health/ready')).status).toBe(200)
})

test('connections lost while a request pauses: no accident, and none stays taken', async () => {
  const visitor = visitorOf({ app: appOnTheLine() })
  for (let round = 0; round < size + 2; round++) {
    await visitor.open('/fr/resume')
    const sending = visitor.send('/fr/resume', { email: 'nobody@example.org' })
    await wait(60) // the answer takes 150 ms whether the address is known or not: its transaction is open and idle
    line.cut()
    await sending
    expectAway(visitor, 'fr')
    line.mend()
  }
  expect((await visitor.open('/fr/resume')).status).toBe(200)
})

test('commits that never arrive: said to be away, nothing kept, and no connection stays taken', async () => {
  const visitor = await aDraft('fr')
  const before = await world.owner.selectFrom('answer').select('question_id').execute()
  for (let round = 0; round < size + 2; round++) {
    await visitor.open('/fr/assessment/fr_oral')
    line.cutBefore('commit')
    await visitor.send('/fr/assessment/fr_oral', { answer: '9p', action: 'answer' })
    line.cutBefore(undefined)
    expectAway(visitor, 'fr')
  }
  expect(await world.owner.selectFrom('answer').select('question_id').execute()).toEqual(before)
  expect((await visitor.open('/fr/plan')).status).toBe(200)
})

test('the first letters of a process: lost when the line breaks, written when it is back, more at once than connections', async () => {
  const visitors = await Promise.all(Array.from({ length: size + 3 }, () => aDraft('fr')))
  const [first] = visitors
  const ask = (visitor: Visitor, index: number) =>
    visitor.send('/fr/registration', { first_name: 'Samira', email: `samira${index}@personne.example.org` })
  for (const visitor of visitors) await visitor.open('/fr/plan')
  if (!first) throw new Error('Nobody came.')
  line.cutBefore('pgboss')
  await ask(first, 0)
  line.cutBefore(undefined)
  expectAway(first, 'fr')
  await first.open('/fr/plan')
  await Promise.all(visitors.map(ask))
  expect(visitors.map((visitor) => visitor.page.path)).toEqual(visitors.map(() => '/fr/registration/sent'))
  expect(await written(world)).toHaveLength(size + 3)
})
