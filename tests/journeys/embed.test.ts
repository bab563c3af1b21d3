// The list that municipalities and employers show on their own pages: the same services, nobody followed, never an error.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNewcomer } from '../support/people.ts'
import { visitorOf, type Page } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const open = (path: string): Promise<Page> => visitorOf(world).open(path)
const idsIn = ({ html }: Page) => [...html.matchAll(/\/services\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
const address = (query: Record<string, string>) => `/embed/services?${new URLSearchParams(query).toString()}`

test('it finds what the list of services finds, each with its organization, its telephone and the way to its page', async () => {
  const page = await open(address({ need: 'home', region: '06', lang: 'fr' }))
  expect(idsIn(page)).toEqual(idsIn(await open('/fr/services?need=home&region=06')))
  expect(idsIn(page).length).toBeGreaterThan(3)
  expect(idsIn(page).length).toBeLessThanOrEqual(10)
  expect(page.html).toContain('<h1>')
  expect(page.html).toContain('<span lang="fr" dir="ltr">Montréal</span>')
  expect(page.html).toMatch(/href="tel:\+1\d{10}/)
  expect(page.html).toMatch(/href="\/fr\/services\/[0-9a-f-]{36}" target="_blank" rel="noopener"/)
})

test('a place and a language narrow it, in every language of the pages, from the right where one reads so', async () => {
  const near = await open(address({ need: 'learn_french', place: 'Montréal', speaks: 'es', lang: 'ar' }))
  expect(near.html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
  expect(idsIn(near)).toEqual(idsIn(await open('/ar/services?need=learn_french&place=Montréal&speaks=es')))
  expect(idsIn(near).length).toBeGreaterThan(0)
  expect(idsIn(near)).not.toEqual(idsIn(await open(address({ need: 'learn_french', place: 'Montréal' }))))
  expect(near.html).not.toMatch(/\s(style|onclick)=|<script|<form/)
})

test('the way to all of it asks for the same', async () => {
  const { html } = await open(address({ need: 'home', place: 'H2X', speaks: 'ar', lang: 'en' }))
  const all = /href="(\/en\/services\?[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  expect(all).toBe('/en/services?need=home&place=H2X&speaks=ar')
})

test('who looks changes nothing: no cookie is read or set, nothing is counted', async () => {
  const samira = await aNewcomer(world)
  const before = new Map(samira.cookies)
  const unmet = () => sql<{ times: number }>`select times from unmet_need`.execute(world.owner)
  const counted = (await unmet()).rows
  const hers = await samira.open(address({ need: 'home', place: 'Sept-Îles', speaks: 'ta' }))
  expect(hers.html).toBe((await open(address({ need: 'home', place: 'Sept-Îles', speaks: 'ta' }))).html)
  expect(samira.cookies).toEqual(before)
  expect((await unmet()).rows).toEqual(counted)
})

test('an address stays out, whether or not it is confidential', async () => {
  const listed = new Set(idsIn(await open(address({ need: 'home', place: 'Montréal' }))))
  const { rows } = await sql<{ id: string; address: string }>`
    select s.service_id as id, a.address_1 as address from service_at_location s join address a using (location_id)`.execute(
    world.owner,
  )
  const known = rows.filter(({ id }) => listed.has(id))
  const { html } = await open(address({ need: 'home', place: 'Montréal' }))
  expect(known.length).toBeGreaterThan(0)
  expect(known.filter((each) => html.includes(each.address))).toEqual([])
})

test.each([
  {},
  { need: '__proto__', region: '99', lang: 'xx' },
  { need: '<script>alert(1)</script>', speaks: "'; drop table service" },
  { need: '\u0000', place: '\u0000', region: '\u0000', speaks: '\u0000', lang: '\u0000' },
  { place: 'Atlantide', lang: 'ht' },
  { after: 'zzz', status: 'citizen', near: '999,999', q: 'maison' },
])('what it cannot read is as if it were not said: %j', async (query) => {
  const plain = await open('/embed/services')
  const page = await open(address(query))
  expect(page.status).toBe(200)
  expect(page.html).toBe(plain.html)
  expect(idsIn(page)).toHaveLength(10)
})

test('a broken escape is no error either', async () => {
  expect((await open('/embed/services?need=%E0%A4&region=%')).status).toBe(200)
})

test('nothing found: our office, and what comes nearest', async () => {
  const { html } = await open(address({ need: 'home', place: 'Sept-Îles', speaks: 'ta' }))
  expect(html).toContain('notre bureau cherche avec vous')
  expect(html).toContain('Voici ce qui s’en approche')
})

test.each(['fr', 'en', 'es', 'ar'])('a page in %s makes the line to copy, and the line works', async (language) => {
  const visitor = visitorOf(world)
  await visitor.open(`/${language}/embed?need=find_job&region=03&speaks=es&lang=ar`)
  const line = /<textarea[^>]*>\s*(.*?)\s*<\/textarea>/s.exec(visitor.page.html)?.[1] ?? ''
  const html = line.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const src = /^<iframe src="([^"]*)" title="خدمات[^"]*" width="100%" height="640" loading="lazy"><\/iframe>$/.exec(
    html,
  )?.[1]
  expect(src).toBe('http://localhost:3000/embed/services?need=find_job&amp;region=03&amp;speaks=es&amp;lang=ar')
  const page = await visitor.open((src ?? '').replaceAll('&amp;', '&').replace('http://localhost:3000', ''))
  expect(page.html).toContain('lang="ar" dir="rtl"')
  expect(idsIn(page).length).toBeGreaterThan(0)
})

test('the page of the line keeps to its own choices', async () => {
  const { html } = await open('/fr/embed?need=%22%3E%3Cscript%3E&region=99&lang=ht')
  expect(html).not.toContain('<script>')
  expect(html).toContain('/embed/services?lang=fr')
})
