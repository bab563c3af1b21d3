// Requests that no page of ours would send: from elsewhere, too large, not text, of another language or calendar.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { written } from '../../support/mailbox.ts'
import { visitorOf } from '../../support/visitor.ts'
import { openWorld, type World } from '../../support/world.ts'
import { entered, fingerprints, openScene, sent, type Scene } from '../scene.ts'

let scene: Scene
let demo: World
beforeAll(async () => {
  scene = await openScene()
  demo = await openWorld({ demo: true })
})
afterAll(async () => {
  await scene.world.end()
  await demo.end()
})

const call = { number: '514 555-0199', hours: '', language: 'ar' }
const urlencoded = 'application/x-www-form-urlencoded'

/** A POST with Samira's cookies, and otherwise exactly these headers. */
function post(path: string, body: string | Blob | ReadableStream, headers: Record<string, string>): Promise<Response> {
  const cookie = [...scene.samira.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const init = {
    method: 'POST',
    body,
    headers: { host: 'localhost:3000', 'content-type': urlencoded, cookie, ...headers },
    duplex: 'half' as const,
  }
  return Promise.resolve(scene.world.app.request(`http://localhost:3000${path}`, init))
}

async function tokenOn(who: 'samira' | 'mateo'): Promise<string> {
  const { html } = await scene[who].open('/ar/help')
  return /action="\/ar\/help".*?name="_token" value="([^"]*)"/s.exec(html)?.[1] ?? ''
}

const nothing = ''
const right = async () => `&_token=${await tokenOn('samira')}`
const anothers = async () => `&_token=${await tokenOn('mateo')}`
const wrong = () => Promise.resolve('&_token=guess')
const none = () => Promise.resolve(nothing)

test.each([
  { from: 'another site', headers: { 'sec-fetch-site': 'cross-site' }, token: right, status: 403 },
  { from: 'a neighbour of our domain', headers: { 'sec-fetch-site': 'same-site' }, token: right, status: 403 },
  { from: 'no page', headers: { 'sec-fetch-site': 'none' }, token: right, status: 403 },
  {
    from: 'another site, with a forged origin',
    headers: { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
    token: right,
    status: 403,
  },
  { from: 'another site, of an older browser', headers: { origin: 'https://evil.example' }, token: right, status: 403 },
  {
    from: 'an address that begins like ours',
    headers: { origin: 'http://localhost:3000.evil.example' },
    token: right,
    status: 403,
  },
  { from: 'our host at another port', headers: { origin: 'http://localhost:3001' }, token: right, status: 403 },
  { from: 'nowhere said, without a token', headers: {}, token: none, status: 403 },
  { from: 'origin null, without a token', headers: { origin: 'null' }, token: none, status: 403 },
  { from: 'origin null, with a guessed token', headers: { origin: 'null' }, token: wrong, status: 403 },
  { from: 'origin null, with the token of another session', headers: { origin: 'null' }, token: anothers, status: 403 },
  { from: 'origin null, with the form’s token', headers: { origin: 'null' }, token: right, status: 303 },
  { from: 'nowhere said, with the form’s token', headers: {}, token: right, status: 303 },
  {
    from: 'our own address, of an older browser',
    headers: { origin: 'http://localhost:3000' },
    token: none,
    status: 303,
  },
  { from: 'our own page', headers: { 'sec-fetch-site': 'same-origin' }, token: none, status: 303 },
])('a POST from $from: $status', async ({ headers, token, status }) => {
  const body = new URLSearchParams(call).toString() + (await token())
  const before = await fingerprints(scene.world)
  const answer = await post('/ar/help', body, headers)
  expect(answer.status).toBe(status)
  if (status === 403) {
    expect(await fingerprints(scene.world)).toEqual(before)
    expect(await answer.text()).toMatch(/<h1>[^<]+<\/h1>/)
  }
})

test.each([
  ['evil.example', {}, 403],
  ['localhost.evil.example', {}, 403],
  ['localhost:3000@evil.example', {}, 403],
  ['127.0.0.1.evil.example:3000', {}, 403],
  ['localhost:3000', { 'x-forwarded-for': '203.0.113.9' }, 403],
  ['localhost:3000', { 'x-forwarded-host': 'evil.example' }, 403],
  ['localhost:3000', { 'x-forwarded-proto': 'https' }, 403],
  ['localhost:3000', { forwarded: 'for=203.0.113.9' }, 403],
  ['localhost:3000', {}, 200],
  ['127.0.0.1:3000', {}, 200],
  ['[::1]:3000', {}, 200],
] as const)('a demo asked as %s %o answers %i', async (host, headers, status) => {
  for (const path of ['/fr/', '/dev/outbox', '/workspace/sign-in']) {
    const answer = await demo.app.request(`http://localhost:3000${path}`, { headers: { host, ...headers } })
    expect([path, answer.status]).toEqual([path, status])
  }
})

test('a letter’s links come from the configured address, whatever Host the request names', async () => {
  const visitor = visitorOf(scene.world)
  await visitor.open('/fr/resume')
  await visitor.send(
    '/fr/resume',
    { email: 'samira@personne.example.org' },
    { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
  )
  const letters = (await written(scene.world)).filter((letter) => letter.template === 'sign-in')
  expect(letters.length).toBeGreaterThan(0)
  for (const { values } of letters) expect(values['link']).toMatch(/^http:\/\/localhost:3000\/i\//)
})

const ours = { 'sec-fetch-site': 'same-origin' }
const megabytes = (many: number) => 'hours='.padEnd(many * 1024 * 1024, 'x')

test.each([
  { what: 'ten megabytes', status: 413, body: () => megabytes(10), headers: {} },
  {
    what: 'ten megabytes that do not say their length',
    status: 413,
    body: () => new Blob([megabytes(10)]).stream(),
    headers: {},
  },
  {
    what: 'a lie about its length',
    status: 413,
    body: () => new Blob([megabytes(1)]).stream(),
    headers: { 'content-length': '10' },
  },
  { what: 'an escape that is no UTF-8', status: 400, body: () => 'number=%ff', headers: {} },
  { what: 'half an escape', status: 400, body: () => 'number=%f', headers: {} },
  {
    what: 'bytes that are no UTF-8',
    status: 400,
    body: () => new Blob([new Uint8Array([0x6e, 0x3d, 0xff])]),
    headers: {},
  },
  { what: 'JSON', status: 415, body: () => JSON.stringify(call), headers: { 'content-type': 'application/json' } },
  {
    what: 'several parts',
    status: 415,
    body: () => '--x\r\n',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  },
])('$what: a page that says what was wrong, $status', async ({ status, body, headers }) => {
  const before = await fingerprints(scene.world)
  const answer = await post('/ar/help', body(), { ...ours, ...headers })
  expect(answer.status).toBe(status)
  const html = await answer.text()
  expect(html).toMatch(/<html lang="ar" dir="rtl"/)
  expect(html).toMatch(/<h1>[^<]+<\/h1>/)
  expect(await fingerprints(scene.world)).toEqual(before)
})

test.each([
  '/zz/',
  '/zz/plan',
  '/%ff/',
  '/fr/%ff',
  '/fr/services/%00',
  '/fr/services/%ff',
  '/fr/services?need=%ff&region=%00',
  '/i/%00',
  '/i/%ff',
  '/r/%00',
  '/c/%ff',
  '/fr/assessment/%00',
  '/fr/plan/steps/%00',
  '/fr/help/called?at=1e99',
  '/fr/help/called?at=-1e15',
  '/hsds/services/%00',
  '/hsds/services?page=-1',
  '/hsds/services?page=1e99',
  '/workspace/files/%00',
  '/workspace/calls/%ff',
  '/workspace/directory?q=%00',
  '/workspace/directory?q=%ff&after=%00',
  '/workspace/directory?q=a&after=guess',
  '/workspace?tab=%00',
])('%s is answered by a page, never by an accident', async (path) => {
  const page = await scene.agent06.open(path)
  expect(page.status).toBeLessThan(500)
  if (path.startsWith('/zz')) expect(page.status).toBe(404)
})

test.each([
  '/zz/help',
  '/zz/assessment/urgent_now',
  '/fr/assessment/%00',
  '/workspace/directory/sources/%00/open',
  '/i/%00',
  '/workspace/sign-in/%00',
  '/c/%00',
  '/r/%00/code',
])('a POST to %s is no accident either', async (path) => {
  for (const visitor of [scene.agent06, scene.samira])
    expect((await visitor.post(path, { email: 'a\u0000b', answer: 'none' })).status).toBeLessThan(500)
})

test.each(['PUT', 'DELETE', 'PATCH'])('%s is not a way in', async (method) => {
  const answer = await scene.world.app.request('http://localhost:3000/ar/help', {
    method,
    headers: { host: 'localhost:3000' },
  })
  expect(answer.status).toBe(404)
})

test('a day that is in no calendar is refused, and what was typed stays', async () => {
  const { samira, agent06, samiraFile } = scene
  await samira.open('/ar/assessment/arrival_date')
  await samira.send('/ar/assessment/arrival_date', {
    'answer-day': '31',
    'answer-month': '2',
    'answer-year': '2026',
    action: 'answer',
  })
  expect(samira.page.status).toBe(422)
  expect(samira.page.html).toMatch(/name="answer-day"[^>]*value="31"|value="31"[^>]*name="answer-day"/)
  await agent06.open(`/workspace/files/${samiraFile}`)
  await agent06.send(`/workspace/files/${samiraFile}/meetings`, {
    'held-day': '31',
    'held-month': '02',
    'held-year': '2026',
  })
  expect(agent06.page.status).toBe(422)
  expect(agent06.page.html).toMatch(/name="held-day"[^>]*value="31"|value="31"[^>]*name="held-day"/)
})

test('a version that is no version is a version that changed', async () => {
  const { agent06, samira, samiraFile, world } = scene
  const referral = await sent(scene, agent06, samira, samiraFile)
  const organization = await entered(scene, referral)
  const before = await fingerprints(world, ['idempotency_record'])
  for (const version of ['', 'NaN', '-1', '1e99', '2; drop table referral', '2.5']) {
    expect((await organization.post(`/workspace/referrals/${referral.id}/accept`, { version })).status).toBe(422)
  }
  expect(await fingerprints(world, ['idempotency_record'])).toEqual(before)
})
