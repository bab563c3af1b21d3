// The headers of every page, whoever asks, and POSTs that other sites cannot make.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNewcomer, anAgent } from '../support/people.ts'
import { visitorOf, type Page, type Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'
import { addressOf, isPersonal, routesOf, type Route } from './routes.ts'

type Shown = { route: Route; page: Page; as: string }

let world: World
let shown: Shown[]
let posts: Route[]
beforeAll(async () => {
  world = await openWorld()
  const routes = routesOf(world)
  posts = routes.filter(({ method }) => method === 'POST')
  const newcomer = await aNewcomer(world)
  const agent = await anAgent(world)
  await newcomer.open('/ar/plan')
  const service = await world.owner
    .selectFrom('service')
    .select('id')
    .where('status', '=', 'active')
    .limit(1)
    .executeTakeFirstOrThrow()
  const visits: { as: string; visitor: Visitor; given: Record<string, string> }[] = [
    { as: 'nobody', visitor: visitorOf(world), given: service },
    { as: 'newcomer', visitor: newcomer, given: { ...service, step: named(newcomer, /\/plan\/steps\/([a-z0-9-]+)/) } },
    { as: 'agent', visitor: agent, given: { id: named(agent, /\/workspace\/files\/([0-9a-f-]{36})/) } },
  ]
  const nowhere = { method: 'GET', path: '/fr/nowhere/at/all', declared: [] }
  shown = []
  for (const { as, visitor, given } of visits) {
    for (const route of [...routes.filter(({ method }) => method === 'GET'), nowhere]) {
      shown.push({ route, as, page: await visitor.open(addressOf(route, given)) })
    }
  }
})
afterAll(() => world.end())

test('each sees the pages of their own', () => {
  const own = {
    nobody: '/:language/services/:id',
    newcomer: '/:language/plan/steps/:step',
    agent: '/workspace/files/:id',
  }
  for (const [who, path] of Object.entries(own)) {
    expect(shown.find(({ as, route }) => as === who && route.path === path)?.page.status).toBe(200)
  }
})

test('no address is an accident', () => {
  expect(failing(({ page }) => page.status < 500)).toEqual([])
})

test('an unknown address is a page that says so', () => {
  const found = shown.filter(({ route }) => route.path === '/fr/nowhere/at/all')
  expect(found.map(({ page }) => page.status)).toEqual([404, 404, 404])
  expect(found.every(({ page }) => isHtml(page))).toBe(true)
})

test('every page forbids what is inline or from elsewhere', () => {
  expect(
    failing(({ route, page }) =>
      isStrict((page.headers.get('content-security-policy') ?? '').replace(framesOf(route), '')),
    ),
  ).toEqual([])
})

test('every page keeps its address, its type and its frame to itself; only the list made for other sites stands in theirs', () => {
  expect(failing(({ page }) => page.headers.get('referrer-policy') === 'no-referrer')).toEqual([])
  expect(failing(({ page }) => page.headers.get('x-content-type-options') === 'nosniff')).toEqual([])
  expect(
    failing(({ route, page }) => page.headers.get('content-security-policy')?.split('; ').includes(framesOf(route))),
  ).toEqual([])
  expect(
    failing(({ route, page }) => page.headers.get('x-frame-options') === (isForFrames(route) ? null : 'DENY')),
  ).toEqual([])
})

test('what other sites show in a frame knows nobody: no cookie, no form, no script, the same for all', () => {
  const framed = shown.filter(({ route }) => isForFrames(route))
  expect(framed.map(({ page }) => page.status)).toEqual([200, 200, 200])
  expect(new Set(framed.map(({ page }) => page.html)).size).toBe(1)
  for (const { page } of framed) {
    expect(page.headers.get('set-cookie')).toBeNull()
    expect(page.headers.get('cache-control')).toBe('public, max-age=300')
    expect(page.headers.get('content-security-policy')).toMatch(/form-action 'none'/)
    expect(page.headers.get('content-security-policy')).not.toContain('script-src')
    expect(page.html).not.toMatch(/<(form|script)\b/)
  }
})

test('a personal page is kept in no cache and no index', () => {
  expect(shown.filter(({ route }) => isPersonal(route)).length).toBeGreaterThan(20)
  expect(failing(({ route, page }) => !isPersonal(route) || page.headers.get('cache-control') === 'no-store')).toEqual(
    [],
  )
  expect(
    failing(({ route, page }) => !isPersonal(route) || page.headers.get('x-robots-tag')?.includes('noindex')),
  ).toEqual([])
})

test('no page carries a style or script of its own, or asks anyone else for anything', () => {
  const inline = /<[a-z][^<>]*\s(style|on[a-z]+)=|<script(?![^>]*\s(src=|type="application\/ld\+json"))/i
  const foreign = /<(script|link|img|iframe|source|video|audio|object|embed)[^>]*\s(src|href|data)="(https?:)?\/\//i
  expect(failing(({ page }) => !isHtml(page) || !inline.test(page.html))).toEqual([])
  expect(failing(({ page }) => !isHtml(page) || !foreign.test(page.html))).toEqual([])
})

test('no page shows where the code failed', () => {
  expect(failing(({ page }) => !/\n\s+at .+:\d+:\d+|node_modules|src\/[a-z]+\/.+\.tsx?\b/.test(page.html))).toEqual([])
})

/** What other sites can make a browser send: each is refused before anything is read or done. */
const foreignSigns: Record<string, Record<string, string>> = {
  'a forged Origin': { origin: 'https://evil.example' },
  'another site': { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
  'another host of our domain': { 'sec-fetch-site': 'same-site' },
  'an address typed by hand': { 'sec-fetch-site': 'none' },
  'no sign and no form token': {},
  'a null Origin and no form token': { origin: 'null' },
}

test.each(Object.entries(foreignSigns))('no POST is taken from %s', async (_, signs) => {
  const taken = []
  for (const route of posts.filter(({ path }) => !path.startsWith('/hsds/'))) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signs }
    const { status } = await world.app.request(`http://localhost:3000${addressOf(route)}`, {
      method: 'POST',
      headers,
      body: 'a=1',
    })
    if (status !== 403) taken.push(`${route.path}: ${status}`)
  }
  expect(posts.length).toBeGreaterThan(15)
  expect(taken).toEqual([])
})

test('the POST of an open list is taken from everywhere: it reads no cookie, sets none and changes nothing', async () => {
  const lists = posts.filter(({ path }) => path.startsWith('/hsds/'))
  expect(lists.length).toBeGreaterThan(0)
  for (const { path } of lists) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }
    const ask = (cookie: Record<string, string>) =>
      world.app.request(`http://localhost:3000${path}`, {
        method: 'POST',
        headers: { ...headers, ...cookie },
        body: '',
      })
    const [without, withOne] = [await ask({}), await ask({ cookie: '__Host-session=x; session=x' })]
    expect([without.status, without.headers.get('set-cookie')], path).toEqual([200, null])
    expect(await withOne.text()).toBe(await without.text())
  }
})

/** The addresses, and who asked, for which a page is not as it must be. */
function failing(isRight: (each: Shown) => boolean | undefined): string[] {
  return shown.filter((each) => !isRight(each)).map(({ route, page, as }) => `${route.path} as ${as}: ${page.status}`)
}

/** What an address on the page shown names. */
function named({ page }: Visitor, address: RegExp): string {
  const name = address.exec(page.html)?.[1]
  if (!name) throw new Error(`No ${address.source} on ${page.path}.`)
  return name
}

/** The one page that others may show within theirs. */
function isForFrames({ path }: Route): boolean {
  return path === '/embed/services'
}

function framesOf(route: Route): string {
  return isForFrames(route) ? 'frame-ancestors *' : "frame-ancestors 'none'"
}

function isHtml({ headers }: Page): boolean {
  return headers.get('content-type')?.startsWith('text/html') ?? false
}

function isStrict(policy: string): boolean {
  return (
    policy.includes("default-src 'none'") &&
    policy.includes("base-uri 'none'") &&
    !/unsafe-|https:(?!\/\/)|http:(?!\/\/)|\*/.test(policy)
  )
}
