// Looking for a service: by words, by need, by place; what is not found is counted, and never an end.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitorOf } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ demo: true })
})
afterAll(() => world.end())

async function cards(path: string): Promise<string[]> {
  const visitor = visitorOf(world)
  await visitor.open(path)
  return [
    ...visitor.page.html.matchAll(/class="card[^"]*".*?<a href="[^"]*\/services\/[^"]*"><span[^>]*>(.*?)<\/span>/gs),
  ].map(([, name = '']) => name)
}
const html = async (path: string) => {
  const visitor = visitorOf(world)
  await visitor.open(path)
  return visitor.page.html
}

test('words find a service by its name, without accents, and by the need they mean', async () => {
  const found = await cards('/fr/services?q=hebergement&place=Montréal')
  expect(found.length).toBeGreaterThan(0)
  expect(found[0]).toMatch(/[Hh]ébergement|Logement|Accueil/)
  expect((await cards('/es/services?q=guardería')).length).toBeGreaterThan(0)
})

test('a slip of the pen is forgiven, and said', async () => {
  const page = await html('/fr/services?q=maisone%20internationalle')
  expect(page).toContain('ressemblent seulement')
  expect(page).toContain('Maison internationale')
  expect(await html('/fr/services?q=Maison%20internationale')).not.toContain('ressemblent seulement')
})

test('pages follow each other without a service twice', async () => {
  const seen: string[] = []
  let path = '/fr/services?need=accompaniment'
  for (let turn = 0; turn < 20; turn += 1) {
    const page = await html(path)
    seen.push(...[...page.matchAll(/href="\/fr\/services\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id))
    const next = /rel="next" href="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    if (!next) break
    path = next
  }
  expect(seen.length).toBeGreaterThan(15)
  expect(new Set(seen).size).toBe(seen.length)
})

test('what says with a source that it does not take someone is not offered to them, nor what takes nobody now', async () => {
  const id = /\/fr\/services\/([0-9a-f-]{36})"/.exec(await html('/fr/services?need=home&place=Montréal'))?.[1] ?? ''
  const isListed = async (path: string) => (await html(path)).includes(`/services/${id}"`)
  const refresh = () => sql`select refresh_search(array[${id}]::uuid[])`.execute(world.owner)
  expect(await isListed('/fr/services?need=home&place=Montréal&status=student')).toBe(true)
  await sql`insert into service_status (service_id, status, accepts, source, confidence, as_of)
    values (${id}, 'student', false, 'la source', 'read', '2026-11-01')
    on conflict (service_id, status) do update set accepts = false, source = 'la source'`.execute(world.owner)
  await refresh()
  expect(await isListed('/fr/services?need=home&place=Montréal&status=student')).toBe(false)
  expect(await isListed('/fr/services?need=home&place=Montréal&status=citizen')).toBe(true)
  await sql`update service set takes_new = false where id = ${id}`.execute(world.owner)
  await refresh()
  expect(await isListed('/fr/services?need=home&place=Montréal&status=citizen')).toBe(false)
})

test('nothing found: a human, what comes nearest, and a count without a person', async () => {
  const page = await html('/fr/services?need=home&place=Sept-Îles&within=5&speaks=ta&status=student')
  expect(page).toContain('notre bureau cherche avec vous')
  expect(page).toContain('Voici ce qui s’en approche')
  const { rows } = await sql`select need_id, region, language, status_group, times from unmet_need`.execute(world.owner)
  expect(rows).toEqual([{ need_id: 'home', region: '09', language: 'ta', status_group: 'student', times: 1 }])
  await html('/fr/services?need=home&place=Sept-Îles&within=5&speaks=ta&status=student')
  await html('/fr/services?q=xyzzyx') // nobody knows what need that is
  const again = await sql<{ times: number }>`select times from unmet_need`.execute(world.owner)
  expect(again.rows).toEqual([{ times: 2 }])
})

test('signs of a pattern, of a query or of HTML are words like others', async () => {
  for (const text of [
    '%',
    "'; drop table service; --",
    '<script>alert(1)</script>',
    '& | ! ( )',
    ':*',
    'a'.repeat(500),
    '\\',
  ])
    expect((await html(`/fr/services?q=${encodeURIComponent(text)}`)).includes('<script>alert'), text).toBe(false)
  for (const query of ['after=zzz', 'near=999,999', 'within=-1', 'place=%F0%9F%8D%81', 'need=__proto__'])
    expect(await html(`/fr/services?need=home&${query}`)).toContain('<h1>')
})

test('a page of a service says its hours in words, who may use it, and what nobody has said; a card and an organization too', async () => {
  const visitor = visitorOf(world)
  await visitor.open('/en/services?need=home&place=Montréal')
  const id = /\/en\/services\/([0-9a-f-]{36})"/.exec(visitor.page.html)?.[1] ?? ''
  const page = await html(`/en/services/${id}`)
  for (const part of [
    'Hours',
    'Who is accepted',
    'Share this page',
    'application/ld+json',
    'mailto:?subject=',
    'sms:?',
  ])
    expect(page, part).toContain(part)
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
  expect(JSON.parse(data)).toMatchObject({ '@type': 'Service', provider: { '@type': 'NGO' } })
  const organization = /\/en\/organizations\/([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  expect(await html(`/en/organizations/${organization}`)).toContain(`/en/services/${id}"`)
  expect(await html(`/en/services/${id}/card`)).toContain('class="qr"')
})
