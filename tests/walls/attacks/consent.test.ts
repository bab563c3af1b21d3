// Nothing without consent, and nothing after it was taken back: not by another order of clicks, nor by a page still open.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitorOf, type Visitor } from '../../support/visitor.ts'
import {
  aService,
  drafted,
  entered,
  fingerprints,
  letterAbout,
  openScene,
  pathIn,
  sent,
  tabOf,
  type Scene,
} from '../scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.world.end())

const kept = ['audit_entry', 'idempotency_record']
const content = /Samira|samira@|Un logement|>S\.</

async function refusedToSend(agent: Visitor, page: string): Promise<void> {
  const before = await fingerprints(scene.world, kept)
  await agent.post(`${page}/send`, { _key: crypto.randomUUID() })
  expect(agent.page.status).toBe(422)
  expect(agent.page.html).toContain('Sans accord de la personne')
  expect(await fingerprints(scene.world, kept)).toEqual(before)
}

test('a referral nobody agreed to is not sent: not asked, only asked, refused, taken back', async () => {
  const { agent06, samira, samiraFile } = scene
  const page = await drafted(scene, agent06, samiraFile, 0)
  const id = page.split('/').at(-1) ?? ''
  await refusedToSend(agent06, page)
  await agent06.open(page)
  await agent06.send(`${page}/consent`, { channel: 'screen' })
  await refusedToSend(agent06, page)
  await samira.open(`/ar/me/referrals/${id}`)
  const address = /\/ar\/me\/consents\/[0-9a-f-]{36}/.exec(samira.page.html)?.[0] ?? ''
  await samira.send(address, { answer: 'no' })
  await refusedToSend(agent06, page)
  await agent06.open(page)
  await agent06.send(`${page}/consent`, { channel: 'oral', language: 'ar', 'said-yes': 'yes' })
  await samira.open(`/ar/me/referrals/${id}`)
  await samira.send(`/ar/me/referrals/${id}/withdraw`)
  await refusedToSend(agent06, page)
})

test('an oral yes that nobody said is not recorded', async () => {
  const { agent06, samiraFile } = scene
  const page = await drafted(scene, agent06, samiraFile, 0)
  const before = await fingerprints(scene.world, kept)
  for (const fields of [{ language: 'ar' }, { 'said-yes': 'yes' }, { 'said-yes': 'yes', language: 'zz' }]) {
    expect((await agent06.post(`${page}/consent`, { channel: 'oral', ...fields })).status).toBe(422)
  }
  expect(await fingerprints(scene.world, kept)).toEqual(before)
})

test('taken back while the organization has the page open: its next click and its next look show nothing', async () => {
  const { agent06, samira, samiraFile, world } = scene
  const referral = await sent(scene, agent06, samira, samiraFile, 1)
  const organization = await entered(scene, referral)
  expect(organization.page.html).toMatch(content)
  const [accepting, declining] = [tabOf(scene, organization), tabOf(scene, organization)]
  await samira.open(`/ar/me/referrals/${referral.id}`)
  await samira.send(`/ar/me/referrals/${referral.id}/withdraw`)
  const address = `/workspace/referrals/${referral.id}`
  const before = await fingerprints(world, kept)
  for (const page of [
    await accepting.send(`${address}/accept`, {}),
    await declining.send(`${address}/decline`, { reason: 'capacity' }),
    await organization.post(`${address}/first-service`, { version: '5' }),
    await organization.open(address),
    await visitorOf(world).open(referral.door),
  ]) {
    expect(page.html).not.toMatch(/Samira|samira@|Un logement/)
  }
  expect([accepting.page.status, declining.page.status, organization.page.status]).toEqual([422, 422, 200])
  expect(await fingerprints(world, kept)).toEqual(before)
})

test('a yes on a page still open does not outlive the consent recorded aloud meanwhile', async () => {
  const { agent06, samira, samiraFile } = scene
  const page = await drafted(scene, agent06, samiraFile, 2)
  const id = page.split('/').at(-1) ?? ''
  await agent06.send(`${page}/consent`, { channel: 'screen' })
  const open = tabOf(scene, samira)
  await open.open(`/ar/me/referrals/${id}`)
  const asked = /\/ar\/me\/consents\/[0-9a-f-]{36}/.exec(open.page.html)?.[0] ?? ''
  await agent06.open(page)
  await agent06.post(`${page}/consent`, { channel: 'oral', language: 'ar', 'said-yes': 'yes' })
  await agent06.open(page)
  await agent06.send(`${page}/send`)
  const organization = await entered(scene, { door: pathIn(await letterAbout(scene.world, id, 'referral-request')) })
  expect(organization.page.html).toMatch(content)
  await open.send(asked, { answer: 'yes' })
  expect(open.page.status).toBe(422)
  await samira.open(`/ar/me/referrals/${id}`)
  await samira.send(`/ar/me/referrals/${id}/withdraw`)
  expect(samira.page.status).toBe(200)
  expect((await organization.open(`/workspace/referrals/${id}`)).html).not.toMatch(content)
})

test('an organization without a confirmed contact is not written to: call them', async () => {
  const { agent06, samiraFile, world } = scene
  const before = await fingerprints(world, kept)
  await agent06.open(`/workspace/files/${samiraFile}/refer?need=home`)
  await agent06.send(`/workspace/files/${samiraFile}/refer`, { service: await aService(world, 0, false), words: '' })
  expect(agent06.page.status).toBe(422)
  expect(agent06.page.html).toMatch(/[Aa]ppelez/)
  expect(await fingerprints(world, kept)).toEqual(before)
})

test('a contact that is confirmed no more between the draft and the sending: nothing leaves', async () => {
  const { agent06, samiraFile, world } = scene
  const page = await drafted(scene, agent06, samiraFile, 3)
  await agent06.send(`${page}/consent`, { channel: 'oral', language: 'ar', 'said-yes': 'yes' })
  const { organization_id: organization } = await world.owner
    .selectFrom('referral')
    .select('organization_id')
    .where('id', '=', page.split('/').at(-1) ?? '')
    .executeTakeFirstOrThrow()
  await world.owner.deleteFrom('organization_contact').where('organization_id', '=', organization).execute()
  const before = await fingerprints(world, kept)
  await agent06.send(`${page}/send`)
  expect(agent06.page.status).toBe(422)
  expect(agent06.page.html).toMatch(/[Aa]ppelez/)
  expect(await fingerprints(world, kept)).toEqual(before)
})
