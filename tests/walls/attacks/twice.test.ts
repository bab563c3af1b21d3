// The same command twice, an old form sent again, two tabs, two people: one effect, and the other is told.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgent, answerQuestions, samira as answers } from '../../support/people.ts'
import { visitorOf, type Visitor } from '../../support/visitor.ts'
import { aService, drafted, entered, fingerprints, openScene, sent, tabOf, type Scene } from '../scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.world.end())

async function many(
  table: 'answer' | 'file' | 'meeting' | 'message' | 'referral' | 'session' | 'task',
): Promise<number> {
  const { many } = await scene.world.owner
    .selectFrom(table)
    .select((row) => row.fn.countAll<string>().as('many'))
    .executeTakeFirstOrThrow()
  return Number(many)
}

/** Sends one form of the page shown from two tabs at once, and a third time later: the pages that each got. */
async function thrice(visitor: Visitor, action: string, fields: Record<string, string>): Promise<Visitor[]> {
  const [first, second, later] = [tabOf(scene, visitor), tabOf(scene, visitor), tabOf(scene, visitor)]
  await Promise.all([first.send(action, fields), second.send(action, fields)])
  scene.world.setNow('2026-11-23T15:20:00Z')
  await later.send(action, fields)
  return [first, second, later]
}

test('a call asked for three times with one key is one call, and one answer', async () => {
  await scene.samira.open('/ar/help')
  const before = await many('task')
  const tabs = await thrice(scene.samira, '/ar/help', { number: '514 555-0199', hours: '', language: 'ar' })
  expect(await many('task')).toBe(before + 1)
  expect(new Set(tabs.map((tab) => tab.page.path)).size).toBe(1)
  expect(tabs[0]?.page.path).toMatch(/^\/ar\/help\/called\?at=\d+\.[\w-]+$/)
})

test('a first answer sent three times begins one file, and every tab is in it', async () => {
  const visitor = visitorOf(scene.world)
  await visitor.open('/fr/assessment/urgent_now')
  const [files, sessions] = [await many('file'), await many('session')]
  const tabs = await thrice(visitor, '/fr/assessment/urgent_now', { answer: 'none', action: 'answer' })
  expect([await many('file'), await many('session')]).toEqual([files + 1, sessions + 1])
  expect(new Set(tabs.map((tab) => tab.cookies.get('aq-person'))).size).toBe(1)
  expect(tabs[0]?.cookies.get('aq-person')).toBeTruthy()
})

test('a referral prepared three times with one key is one referral', async () => {
  const { agent06, samiraFile, world } = scene
  await agent06.open(`/workspace/files/${samiraFile}/refer?need=home`)
  const before = await many('referral')
  const tabs = await thrice(agent06, `/workspace/files/${samiraFile}/refer`, {
    service: await aService(world, 0),
    words: '',
  })
  expect(await many('referral')).toBe(before + 1)
  expect(new Set(tabs.map((tab) => tab.page.path)).size).toBe(1)
})

test('a refused form sent again with its key gets the same refusal, word for word, and changes nothing', async () => {
  const { agent06, samiraFile, world } = scene
  await agent06.open(`/workspace/files/${samiraFile}`)
  const before = await fingerprints(world, ['audit_entry', 'idempotency_record'])
  const tabs = await thrice(agent06, `/workspace/files/${samiraFile}/meetings`, {
    'held-day': '31',
    'held-month': '2',
    'held-year': '2026',
  })
  expect(tabs.map((tab) => tab.page.status)).toEqual([422, 422, 422])
  expect([tabs[0]?.page.html, tabs[1]?.page.html]).toContain(tabs[2]?.page.html)
  expect(await fingerprints(world, ['audit_entry', 'idempotency_record'])).toEqual(before)
})

test('a key means nothing in another session', async () => {
  const { samira, mateo } = scene
  const key = randomUUID()
  const before = await many('task')
  await samira.post('/en/help', { _key: key, number: '514 555-0101', language: 'en' })
  await mateo.post('/en/help', { _key: key, number: '514 555-0102', language: 'en' })
  expect(await many('task')).toBe(before + 2)
})

test('after "back", the old form with a new key does nothing a second time, and says so', async () => {
  const { agent06, samira, samiraFile, world } = scene
  const referral = await sent(scene, agent06, samira, samiraFile, 1)
  const organization = await entered(scene, referral)
  const steps: [Visitor, string, Record<string, string>][] = [
    [samira, referral.consent, { answer: 'yes' }],
    [agent06, `${referral.page}/send`, {}],
    [organization, `/workspace/referrals/${referral.id}/accept`, { version: versionOn(organization) }],
    [
      organization,
      `/workspace/referrals/${referral.id}/decline`,
      { version: versionOn(organization), reason: 'capacity' },
    ],
  ]
  await organization.send(`/workspace/referrals/${referral.id}/accept`, {})
  expect(organization.page.html).toContain('Acceptée')
  const before = await fingerprints(world, ['audit_entry', 'idempotency_record'])
  for (const [visitor, address, fields] of steps) {
    const page = await visitor.post(address, { _key: randomUUID(), ...fields })
    expect([address, page.status]).toEqual([address, 422])
    expect(page.html).toMatch(/<h1/)
  }
  expect(await fingerprints(world, ['audit_entry', 'idempotency_record'])).toEqual(before)
})

function versionOn(visitor: Visitor): string {
  return /name="version" value="(\d+)"/.exec(visitor.page.html)?.[1] ?? ''
}

test('two tabs: what is answered in both is kept', async () => {
  const visitor = visitorOf(scene.world)
  await answerQuestions(visitor, 'fr', answers)
  const [one, two] = [tabOf(scene, visitor), tabOf(scene, visitor)]
  await one.open('/fr/assessment/fr_oral')
  await two.open('/fr/assessment/income_enough')
  await Promise.all([
    one.send('/fr/assessment/fr_oral', { answer: '9p', action: 'answer' }),
    two.send('/fr/assessment/income_enough', { answer: 'yes', action: 'answer' }),
  ])
  await visitor.open('/fr/assessment/fr_oral')
  expect(visitor.page.html).toMatch(/<input[^>]*value="9p"[^>]*checked|checked[^>]*value="9p"/)
  await visitor.open('/fr/assessment/income_enough')
  expect(visitor.page.html).toMatch(/<input[^>]*value="yes"[^>]*checked|checked[^>]*value="yes"/)
})

test('two agents take one task at once: one has it, the other is told', async () => {
  const { agent06, world } = scene
  const one = tabOf(scene, agent06)
  const two = await anAgent(world, { email: 'lea@ministere.example.org', name: 'Léa Roy', regions: ['06', '02'] })
  await one.open('/workspace?tab=unassigned')
  await two.open('/workspace?tab=unassigned')
  const take = /action="(\/workspace\/tasks\/[0-9a-f-]{36}\/take)"/.exec(one.page.html)?.[1] ?? ''
  await Promise.all([one.send(take, { _key: 'one' }), two.send(take, { _key: 'two' })])
  const statuses = [one.page.status, two.page.status].toSorted()
  expect(statuses).toEqual([200, 409])
  const task = await world.owner
    .selectFrom('task')
    .select(['owner_id', 'version'])
    .where('id', '=', take.split('/')[3] ?? '')
    .executeTakeFirstOrThrow()
  expect(task.version).toBe(2)
  expect((one.page.status === 409 ? one : two).page.html).toContain('href="/workspace"')
})

test('an organization answers yes in one tab and no in the other: the first stands', async () => {
  const { agent02, mateo, mateoFile, world } = scene
  const referral = await sent(scene, agent02, mateo, mateoFile, 2)
  const organization = await entered(scene, referral)
  const [yes, no] = [tabOf(scene, organization), tabOf(scene, organization)]
  const address = `/workspace/referrals/${referral.id}`
  await Promise.all([
    yes.send(`${address}/accept`, { _key: 'yes' }),
    no.send(`${address}/decline`, { _key: 'no', reason: 'capacity' }),
  ])
  expect([yes.page.status, no.page.status].toSorted()).toEqual([200, 422])
  const { status } = await world.owner
    .selectFrom('referral')
    .select('status')
    .where('id', '=', referral.id)
    .executeTakeFirstOrThrow()
  expect(status).toBe(yes.page.status === 200 ? 'accepted' : 'rejected')
  const { rows } = await sql<{
    many: string
  }>`select count(*) as many from message where referral_id = ${referral.id} and template in ('referral-accepted', 'referral-declined')`.execute(
    world.owner,
  )
  expect(rows[0]?.many).toBe('1')
})

/** Somebody else has moved the referral and not yet committed: what is sent meanwhile waits, and finds it changed. */
async function meanwhile(referral: string, work: () => Promise<unknown>): Promise<void> {
  let going: Promise<unknown> | undefined
  await scene.world.owner.transaction().execute(async (db) => {
    await sql`update referral set version = version + 1 where id = ${referral}`.execute(db)
    going = work()
    await waiting()
  })
  await going
}

async function waiting(): Promise<void> {
  for (let look = 0; look < 100; look++) {
    const { rows } =
      await sql`select from pg_locks join pg_stat_activity using (pid) where datname = current_database() and not granted`.execute(
        scene.world.owner,
      )
    if (rows.length > 0) return
  }
  throw new Error('Nobody waited.')
}

test('consent taken back while somebody moves the referral: the withdrawal stands', async () => {
  const { agent06, samira, samiraFile, world } = scene
  const referral = await sent(scene, agent06, samira, samiraFile, 3)
  await samira.open(`/ar/me/referrals/${referral.id}`)
  await meanwhile(referral.id, () => samira.send(`/ar/me/referrals/${referral.id}/withdraw`))
  expect(samira.page.status).toBe(200)
  const row = await world.owner
    .selectFrom('referral')
    .select(['status', 'status_reason'])
    .where('id', '=', referral.id)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ status: 'cancelled', status_reason: 'consent-withdrawn' })
})

test('consent taken back while the referral is being sent: nothing leaves', async () => {
  const { agent06, samira, samiraFile, world } = scene
  const page = await drafted(scene, agent06, samiraFile, 4)
  const id = page.split('/').at(-1) ?? ''
  await agent06.send(`${page}/consent`, { channel: 'oral', language: 'ar', 'said-yes': 'yes' })
  await samira.open(`/ar/me/referrals/${id}`)
  const letters = await many('message')
  await Promise.all([agent06.send(`${page}/send`), samira.send(`/ar/me/referrals/${id}/withdraw`)])
  expect(samira.page.status).toBe(200)
  const { status } = await world.owner
    .selectFrom('referral')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect([
    ['draft', 422, letters],
    ['cancelled', 200, letters + 1],
  ]).toContainEqual([status, agent06.page.status, await many('message')])
})
