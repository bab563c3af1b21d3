// Another's identifiers in every address that has one: nothing found, nothing said, nothing changed, and a trace of the try.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitorOf, type Page, type Visitor } from '../../support/visitor.ts'
import { entered, fingerprints, openScene, refusalsOf, saying, sent, type Referred, type Scene } from '../scene.ts'

let scene: Scene
let referral: Referred
let call: string
let stranger: { agent: Visitor; newcomer: Visitor; link: Visitor }
beforeAll(async () => {
  scene = await openScene()
  const { world, samira, mateo, agent06, agent02, samiraFile, mateoFile } = scene
  referral = await sent(scene, agent06, samira, samiraFile, 0)
  await samira.open('/ar/help')
  await samira.send('/ar/help', { number: '514 555-0199', hours: 'le soir', language: 'ar' })
  const task = world.owner.selectFrom('task').select('id').where('kind', '=', 'call-back')
  call = (await task.executeTakeFirstOrThrow()).id
  const link = await entered(scene, await sent(scene, agent02, mateo, mateoFile, 1))
  stranger = { agent: agent02, newcomer: mateo, link }
})
afterAll(() => scene.world.end())

type Try = {
  who: keyof typeof stranger
  verb: 'GET' | 'POST'
  address: () => string
  fields?: Record<string, string>
  action: string
}

const file = () => `/workspace/files/${scene.samiraFile}`
const tries: Try[] = [
  { who: 'agent', verb: 'GET', address: file, action: 'file.opened' },
  { who: 'agent', verb: 'GET', address: () => `${file()}/refer?need=home`, action: 'file.opened' },
  {
    who: 'agent',
    verb: 'POST',
    address: () => `${file()}/refer`,
    fields: { need: 'home', service: randomUUID() },
    action: 'file.opened',
  },
  {
    who: 'agent',
    verb: 'POST',
    address: () => `${file()}/meetings`,
    fields: { 'held-day': '2', 'held-month': '11', 'held-year': '2026' },
    action: 'file.opened',
  },
  { who: 'agent', verb: 'GET', address: () => referral.page, action: 'file.opened' },
  {
    who: 'agent',
    verb: 'GET',
    address: () => referral.page.replace(scene.samiraFile, scene.mateoFile),
    action: 'file.opened',
  },
  {
    who: 'agent',
    verb: 'POST',
    address: () => `${referral.page}/consent`,
    fields: { channel: 'oral', language: 'fr', 'said-yes': 'yes' },
    action: 'file.opened',
  },
  { who: 'agent', verb: 'POST', address: () => `${referral.page}/send`, action: 'file.opened' },
  { who: 'agent', verb: 'POST', address: () => `${referral.page}/cancel`, action: 'file.opened' },
  { who: 'agent', verb: 'POST', address: () => `/workspace/tasks/${call}/take`, action: 'task.taken' },
  { who: 'agent', verb: 'GET', address: () => `/workspace/calls/${call}`, action: 'call.opened' },
  { who: 'agent', verb: 'POST', address: () => `/workspace/calls/${call}/done`, action: 'call.ended' },
  { who: 'newcomer', verb: 'GET', address: () => `/en/me/referrals/${referral.id}`, action: 'referral.read' },
  { who: 'newcomer', verb: 'POST', address: () => `/en/me/referrals/${referral.id}/confirm`, action: 'referral.read' },
  { who: 'newcomer', verb: 'POST', address: () => `/en/me/referrals/${referral.id}/withdraw`, action: 'referral.read' },
  {
    who: 'newcomer',
    verb: 'POST',
    address: () => referral.consent,
    fields: { answer: 'no' },
    action: 'consent.answered',
  },
  { who: 'link', verb: 'GET', address: () => `/workspace/referrals/${referral.id}`, action: 'referral.read' },
  {
    who: 'link',
    verb: 'POST',
    address: () => `/workspace/referrals/${referral.id}/accept`,
    fields: { version: '2' },
    action: 'referral.read',
  },
  {
    who: 'link',
    verb: 'POST',
    address: () => `/workspace/referrals/${referral.id}/decline`,
    fields: { version: '2', reason: 'capacity' },
    action: 'referral.read',
  },
  {
    who: 'link',
    verb: 'POST',
    address: () => `/workspace/referrals/${referral.id}/first-service`,
    fields: { version: '2' },
    action: 'referral.read',
  },
]

const own = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const secrets = /Samira|samira@|logement|514|le soir|\u0633/

test.each(
  tries.map((each) => ({ ...each, name: `${each.who} ${each.verb} ${each.address.toString().replace('() => ', '')}` })),
)('$name', async ({ who, verb, address, fields, action }) => {
  const before = await fingerprints(scene.world, ['audit_entry', 'idempotency_record'])
  const earlier = (await refusalsOf(scene.world)).length
  const ask = (path: string): Promise<Page> =>
    verb === 'GET' ? stranger[who].open(path) : stranger[who].post(path, { _key: randomUUID(), ...fields })
  const anothers = await ask(address())
  expect([404, 409]).toContain(anothers.status)
  expect(anothers.html).not.toMatch(secrets)
  const refused = await refusalsOf(scene.world)
  expect(refused.slice(earlier)).toMatchObject([{ actor: who, action, outcome: 'refused' }])
  const nobodys = await ask(address().replace(own, () => randomUUID()))
  expect(saying(nobodys)).toBe(saying(anothers))
  expect(await fingerprints(scene.world, ['audit_entry', 'idempotency_record'])).toEqual(before)
})

test('who has no business in a part of the house is shown to the door of that part', async () => {
  const { samira, agent06 } = scene
  expect((await samira.open(file())).path).toBe('/workspace/sign-in')
  expect((await visitorOf(scene.world).open(file())).path).toBe('/workspace/sign-in')
  expect((await agent06.open(`/fr/me/referrals/${referral.id}`)).status).toBe(401)
  expect((await samira.open(`/workspace/referrals/${referral.id}`)).status).toBe(401)
  for (const page of [samira.page, agent06.page]) expect(page.html).not.toMatch(secrets)
})

test('a service that was not opened to newcomers is a service that does not exist', async () => {
  const { owner } = scene.world
  const id = randomUUID()
  await owner.insertInto('directory_source').values({ id: 'closed', name: 'Closed' }).execute()
  await owner
    .insertInto('organization')
    .values({ id, source_id: 'closed', source_key: '1', name: 'Kept back', description: '' })
    .execute()
  await owner
    .insertInto('service')
    .values({
      id,
      organization_id: id,
      source_id: 'closed',
      source_key: '1',
      name: 'Kept back',
      description: '',
      status: 'active',
    })
    .execute()
  const visitor = visitorOf(scene.world)
  const closed = await visitor.open(`/fr/services/${id}`)
  expect(closed.html).not.toContain('Kept back')
  expect(saying(closed)).toBe(saying(await visitor.open(`/fr/services/${randomUUID()}`)))
})

test('a call’s button ends a call and no other promise', async () => {
  const { agent06, world } = scene
  const meeting = await world.owner
    .selectFrom('task')
    .select(['id', 'done_at'])
    .where('kind', '=', 'first-meeting')
    .where('region', '=', '06')
    .executeTakeFirstOrThrow()
  expect((await agent06.post(`/workspace/calls/${meeting.id}/done`, {})).status).toBe(409)
  expect(
    await world.owner.selectFrom('task').select(['id', 'done_at']).where('id', '=', meeting.id).executeTakeFirst(),
  ).toEqual(meeting)
})
