// Links: altered, used, expired, of another purpose, opened by machines, sent twice at once, guessed.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inviteStaff } from '../../../src/main/staff.ts'
import { linkIn } from '../../support/mailbox.ts'
import { visitorOf, type Visitor } from '../../support/visitor.ts'
import { monday } from '../../support/world.ts'
import {
  drafted,
  entered,
  fingerprints,
  letterAbout,
  openScene,
  pathIn,
  sent,
  tabOf,
  type Referred,
  type Scene,
} from '../scene.ts'

type Kind = 'registration' | 'staff' | 'referral' | 'witness' | 'withdraw'

let scene: Scene
let third: Referred
let fresh: Record<Kind, string>
beforeAll(async () => {
  scene = await openScene()
  const { world, samira, agent06, samiraFile } = scene
  const first = await sent(scene, agent06, samira, samiraFile, 0)
  const organization = await entered(scene, first)
  await organization.send(`/workspace/referrals/${first.id}/accept`, {})
  const witness = pathIn(await letterAbout(world, first.id, 'referral-accepted'), 'otherLink')
  const oral = await drafted(scene, agent06, samiraFile, 1)
  await agent06.send(`${oral}/consent`, { channel: 'oral', language: 'ar', 'said-yes': 'yes' })
  const withdraw = pathIn(await letterAbout(world, oral.split('/').at(-1) ?? '', 'consent-recorded'))
  third = await sent(scene, agent06, samira, samiraFile, 2)
  fresh = { registration: await signInLink(), staff: await staffLink(), referral: third.door, witness, withdraw }
})
afterAll(() => scene.world.end())

async function signInLink(): Promise<string> {
  const visitor = visitorOf(scene.world)
  await visitor.open('/ar/resume')
  await visitor.send('/ar/resume', { email: 'samira@personne.example.org' })
  return linkIn(scene.world, 'sign-in')
}

async function staffLink(): Promise<string> {
  const invitation = {
    email: 'camille@ministere.example.org',
    name: 'Camille Tremblay',
    role: 'agent' as const,
    regions: ['06'],
  }
  return new URL(await inviteStaff(scene.world.services, invitation, false)).pathname
}

const kinds: Kind[] = ['registration', 'staff', 'referral', 'witness', 'withdraw']
const except = ['attempt', 'idempotency_record']
const tokenOf = (path: string) => path.split('/').at(-1) ?? ''
const doorOf = (path: string) => path.slice(0, path.lastIndexOf('/'))

/** One sign of the token changed, at its beginning, its middle or its end. */
function altered(path: string, at: number): string {
  const token = tokenOf(path)
  return `${doorOf(path)}/${token.slice(0, at)}${token[at] === 'x' ? 'y' : 'x'}${token.slice(at + 1)}`
}

async function expectRefused(path: string): Promise<void> {
  const before = await fingerprints(scene.world, except)
  for (const way of ['open', 'post'] as const) {
    const visitor = visitorOf(scene.world)
    await (way === 'open' ? visitor.open(path) : visitor.post(path, { _key: crypto.randomUUID() }))
    expect([404, 410, 429]).toContain(visitor.page.status)
    expect(visitor.page.html).toMatch(/<h1/)
    expect(visitor.page.html).not.toMatch(/Samira|samira@|logement|Camille/)
    expect([...visitor.cookies.keys()].filter((name) => name !== 'aq-language')).toEqual([])
  }
  expect(await fingerprints(scene.world, except)).toEqual(before)
}

test.each(kinds)('a %s link opened three times by a mail scanner changes nothing in any table', async (kind) => {
  const before = await fingerprints(scene.world)
  for (let round = 0; round < 3; round++) {
    const scanner = visitorOf(scene.world)
    const page = await scanner.open(fresh[kind])
    expect(page.status).toBe(200)
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('x-robots-tag')).toBe('noindex')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(scanner.cookies.size).toBe(0)
    expect(page.html).not.toMatch(/samira@|logement avant/)
  }
  expect(await fingerprints(scene.world)).toEqual(before)
})

test.each(kinds)('a %s link with one sign altered opens nothing', async (kind) => {
  const length = tokenOf(fresh[kind]).length
  expect(length).toBeGreaterThanOrEqual(22) // 128 bits
  for (const at of [0, Math.floor(length / 2), length - 2]) await expectRefused(altered(fresh[kind], at))
  await forget()
})

test.each(kinds)('a %s token at the door of another purpose opens nothing', async (kind) => {
  const doors = new Set(kinds.map((each) => doorOf(fresh[each])).filter((door) => door !== doorOf(fresh[kind])))
  expect(doors.size).toBeGreaterThan(2)
  for (const door of doors) await expectRefused(`${door}/${tokenOf(fresh[kind])}`)
  await forget()
})

test.each(kinds)('a %s link past its time opens nothing, and nobody is left without a way on', async (kind) => {
  scene.world.setNow('2029-01-15T15:00:00Z')
  await expectRefused(fresh[kind])
  const page = await visitorOf(scene.world).open(fresh[kind])
  expect(page.html).toMatch(/<form[^>]*\/new"|href="\/(workspace\/sign-in|[a-z]{2}\/(me|resume))"/)
  scene.world.setNow(monday)
})

/** Two browsers without a session send the same link at the same moment. */
async function twice(path: string): Promise<Visitor[]> {
  const pair = [visitorOf(scene.world), visitorOf(scene.world)]
  for (const visitor of pair) await visitor.open(path)
  await Promise.all(pair.map((visitor) => visitor.send(path)))
  return pair.toSorted((one, other) => one.page.status - other.page.status)
}

test.each(['registration', 'staff'] as const)(
  'a %s link sent twice at once: one gets in, the other is told and shown the way',
  async (kind) => {
    const [winner, other] = await twice(fresh[kind])
    expect(winner?.page.path).toMatch(kind === 'staff' ? /^\/workspace$/ : /\/me$/)
    expect(other?.page.status).toBe(410)
    expect(other?.page.html).toMatch(kind === 'staff' ? /href="\/workspace\/sign-in"/ : /<form[^>]*\/new"/)
    expect([...(other?.cookies.keys() ?? [])].filter((name) => name !== 'aq-language')).toEqual([])
    await expectRefused(fresh[kind])
  },
)

test('a referral link sent twice at once: one gets in, the other is asked for the code sent to the mailbox', async () => {
  const pair = await twice(fresh.referral)
  const inside = pair.filter((visitor) => visitor.page.html.includes('Samira'))
  const asked = pair.filter((visitor) => visitor.page.html.includes('one-time-code'))
  expect([inside.length, asked.length]).toEqual([1, 1])
  const { code = '' } = await letterAbout(scene.world, third.id, 'referral-code')
  const [second] = asked
  await second?.send(`${fresh.referral}/code`, { code })
  expect(second?.page.html).toContain('Samira')
  const late = visitorOf(scene.world)
  await late.post(`${fresh.referral}/code`, { code }) // a code works once
  expect(late.page.status).toBe(422)
})

test.each(['witness', 'withdraw'] as const)('a %s link sent twice at once does its one thing once', async (kind) => {
  const [done, over] = await twice(fresh[kind])
  expect([done?.page.status, over?.page.status]).toEqual([200, 410])
  expect(over?.page.html).toMatch(/href="\/ar\/me"/)
  await expectRefused(fresh[kind])
})

test('wrong tokens are counted although each was refused, and slowed after twenty', async () => {
  await forget()
  const visitor = visitorOf(scene.world)
  for (let guess = 0; guess < 20; guess++) expect((await visitor.post(`/i/guess${guess}`, {})).status).toBe(404)
  expect(await counted()).toBe(20)
  expect((await visitor.post('/i/another', {})).status).toBe(429)
  expect((await visitor.post(await signInLink(), {})).status).toBe(429) // even a right one: nothing is learnt
  scene.world.setNow('2026-11-23T15:16:00Z')
  expect((await visitor.post('/i/another', {})).status).toBe(404)
  scene.world.setNow(monday)
})

test('wrong codes are counted and slowed; the right one comes too late', async () => {
  await forget()
  const { agent06, samira, samiraFile } = scene
  const { id, door } = await sent(scene, agent06, samira, samiraFile, 3)
  await entered(scene, { door })
  const guesser = visitorOf(scene.world)
  await guesser.open(door)
  await guesser.send(door)
  const { code = '' } = await letterAbout(scene.world, id, 'referral-code')
  expect(code).toMatch(/^\d{6}$/)
  const wrong = code === '000000' ? '111111' : '000000'
  for (let guess = 0; guess < 6; guess++)
    // six tries a link, from wherever
    expect((await guesser.send(`${door}/code`, { code: wrong, _key: `guess ${guess}` })).status).toBe(422)
  expect(await counted()).toBe(2 * 6 + 1) // each by place and by link, and the one code sent
  const tab = tabOf(scene, guesser)
  expect((await guesser.send(`${door}/code`, { code: wrong, _key: 'another' })).status).toBe(429)
  expect((await tab.send(`${door}/code`, { code, _key: 'right' })).status).toBe(429)
  expect(tab.page.html).not.toContain('Samira')
})

test('asking for links is counted too, and the answer is the same for an address that nobody has', async () => {
  await forget()
  const answers: string[] = []
  for (const email of ['samira@personne.example.org', 'nobody@personne.example.org']) {
    const visitor = visitorOf(scene.world)
    await visitor.open('/fr/resume')
    await visitor.send('/fr/resume', { email })
    answers.push(`${visitor.page.status} ${visitor.page.path} ${visitor.page.html.length}`)
  }
  expect(answers[1]).toBe(answers[0])
  expect(await counted()).toBe(4) // each by place and by mailbox
})

async function counted(): Promise<number> {
  const { rows } = await sql<{ sum: string | null }>`select sum(count) as sum from attempt`.execute(scene.world.owner)
  return Number(rows[0]?.sum ?? 0)
}

/** Earlier tries of this file come from the same place: each test counts its own. */
async function forget(): Promise<void> {
  await scene.world.owner.deleteFrom('attempt').execute()
}
