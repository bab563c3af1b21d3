// What outlives a refused request: its audit row, its counted try, the record of its refusal. Nothing else.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitorOf } from '../support/visitor.ts'
import { entered, fingerprints, openScene, refusalsOf, sent, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.world.end())

/** The tables that a piece of work changed. */
async function changedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = await fingerprints(scene.world)
  await work()
  const after = await fingerprints(scene.world)
  return Object.keys(after).filter((name) => after[name] !== before[name])
}

test('a file of another region: the trace and the record of the refusal', async () => {
  const { agent02, samiraFile } = scene
  const address = `/workspace/files/${samiraFile}/meetings`
  const fields = { _key: 'refused', 'held-day': '2', 'held-month': '11', 'held-year': '2026' }
  expect(await changedBy(() => agent02.post(address, fields))).toEqual(['audit_entry', 'idempotency_record'])
  expect(agent02.page.status).toBe(404)
  expect((await refusalsOf(scene.world)).at(-1)).toMatchObject({
    actor: 'agent',
    action: 'file.opened',
    file_id: samiraFile,
  })
  const record = await scene.world.owner
    .selectFrom('idempotency_record')
    .select(['status', 'location'])
    .where('status', '=', 404)
    .executeTakeFirstOrThrow()
  expect(record).toEqual({ status: 404, location: null })
  expect(await changedBy(() => agent02.post(address, fields))).toEqual([]) // the same command again is answered from its record
  expect(agent02.page.status).toBe(404)
})

test('a wrong token: its count and the record of the refusal', async () => {
  const visitor = visitorOf(scene.world)
  expect(await changedBy(() => visitor.post('/c/guess', { _key: 'guess' }))).toEqual(['attempt', 'idempotency_record'])
  expect(await changedBy(() => visitor.post('/c/guess', {}))).toEqual(['attempt'])
})

test('a wrong code: its count, the record of the refusal, and the same code still waits', async () => {
  const { agent06, samira, samiraFile } = scene
  const referral = await sent(scene, agent06, samira, samiraFile)
  await entered(scene, referral)
  const other = visitorOf(scene.world)
  await other.open(referral.door)
  await other.send(referral.door)
  expect(await changedBy(() => other.send(`${referral.door}/code`, { code: 'wrong' }))).toEqual([
    'attempt',
    'idempotency_record',
  ])
  expect(other.page.status).toBe(422)
})

test('a refusal in the middle of the work takes the work back: no consent, no state, no letter, no job', async () => {
  const { agent06, samira, samiraFile, world } = scene
  const referral = await sent(scene, agent06, samira, samiraFile, 1)
  const organization = await entered(scene, referral)
  const jobs = () => sql<{ many: string }>`select count(*) as many from pgboss.job`.execute(world.owner)
  const before = (await jobs()).rows
  const past = { 'date-day': '1', 'date-month': '2', 'date-year': '2026', time: '10:00' }
  expect(await changedBy(() => organization.send(`/workspace/referrals/${referral.id}/accept`, past))).toEqual([
    'idempotency_record',
  ])
  expect(organization.page.status).toBe(422)
  expect((await jobs()).rows).toEqual(before)
})

test('an accident leaves its counted tries and nothing else: the same form may be sent again', async () => {
  const visitor = visitorOf(scene.world)
  await visitor.open('/fr/resume')
  const { app, services, owner } = scene.world
  await owner.schema.alterTable('message').renameTo('message_away').execute()
  try {
    expect(
      await changedBy(() => visitor.send('/fr/resume', { email: 'samira@personne.example.org', _key: 'accident' })),
    ).toEqual(['attempt'])
  } finally {
    await owner.schema.alterTable('message_away').renameTo('message').execute()
  }
  expect(visitor.page.status).toBe(500)
  expect(visitor.page.html).toContain(services.words.in('fr')('common.error.title'))
  expect(visitor.page.html).not.toMatch(/message|relation|samira/i)
  const again = visitorOf({ app })
  expect((await again.post('/fr/resume', { email: 'samira@personne.example.org', _key: 'accident' })).status).toBe(200)
})
