// The names of services, organizations, towns and regions are French on every page, and are marked as such for the ear.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spokenIn } from '../support/spoken.ts'
import type { Visitor } from '../support/visitor.ts'
import { entered, openScene, sent, type Referred, type Scene } from '../walls/scene.ts'

let scene: Scene
let referred: Referred
let names: string[]
let places: Set<string>
beforeAll(async () => {
  scene = await openScene()
  referred = await sent(scene, scene.agent06, scene.samira, scene.samiraFile)
  const { owner, services } = scene.world
  const [organizations, offers, towns] = await Promise.all([
    owner.selectFrom('organization').select('name').execute(),
    owner.selectFrom('service').select('name').execute(),
    owner.selectFrom('address').select('city').execute(),
  ])
  // "211" is a number in our own sentences too
  names = [...organizations, ...offers].map(({ name }) => name).filter((name) => /\p{L}{4}/u.test(name))
  places = new Set([...towns.flatMap(({ city }) => city ?? []), ...services.reference.regions.map(({ name }) => name)])
})
afterAll(() => scene.world.end())

test.each(['ar', 'es', 'en'])(
  '%s: a name from the directory is marked as French wherever it stands',
  async (language) => {
    const { samira } = scene
    await samira.open(`/${language}/services?need=home&region=06`)
    const service = /\/services\/([0-9a-f-]{36})/.exec(samira.page.html)?.[1] ?? ''
    let marked = 0
    for (const page of [
      ...['services?need=home&region=06', `services/${service}`, 'plan', 'plan/steps/find-home', 'plan/needs/home'],
      ...['me', `me/referrals/${referred.id}`, 'plan/changes'],
    ]) {
      await samira.open(`/${language}/${page}`)
      expect(samira.page.status, page).toBe(200)
      expect(unmarked(samira.page.html), page).toEqual([])
      marked += spokenIn(samira.page.html).filter(({ text, lang }) => lang === 'fr' && isName(text)).length
    }
    expect(marked).toBeGreaterThan(50)
  },
)

test('who changed the plan is told by the organization’s French name', async () => {
  const organization: Visitor = await entered(scene, referred)
  const page = `/workspace/referrals/${referred.id}`
  await organization.open(page)
  await organization.send(`${page}/steps`, { title: 'Visite' })
  await scene.samira.open('/ar/plan/changes')
  expect(scene.samira.page.html).toContain('Visite')
  expect(unmarked(scene.samira.page.html)).toEqual([])
  await scene.samira.open(`/ar/me/referrals/${referred.id}`)
  expect(unmarked(scene.samira.page.html)).toEqual([])
})

test('a name that is not marked is seen', () => {
  const [name = ''] = names
  const page = (body: string) => `<html lang="ar"><head><title>${name}</title></head><body>${body}</body></html>`
  expect(unmarked(page(`<p>${name}</p><p lang="fr">${name}</p><li>Montréal، 5</li>`))).toHaveLength(2)
})

/** The browser's title carries no language of its own, and is left out. */
function unmarked(html: string): string[] {
  return spokenIn(html.replace(/<title>.*?<\/title>/s, ''))
    .filter(({ text, lang }) => lang !== 'fr' && isName(text))
    .map(({ text }) => text)
}

function isName(text: string): boolean {
  return (
    names.some((name) => text.includes(name)) ||
    places.has(text.split(/\s*[,،(]/)[0]?.replace(/[\u2066-\u2069]/g, '') ?? '')
  )
}
