// What people type is text: kept as typed, shown as typed, and never a piece of SQL, of a page or of a letter's head.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { aNewcomer } from '../../support/people.ts'
import { visitorOf, type Visitor } from '../../support/visitor.ts'
import { drafted, entered, openScene, sent, type Scene } from '../scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.world.end())

const evil = `<script>alert("x")</script>'; drop table file; -- \${7*7} {{x}} %s \\`
const name = `<b>O'B"; drop table file;--</b>`

/** The text is on the page as text, and no part of it is an element. */
function expectShown(visitor: Visitor, text: string): void {
  const { html } = visitor.page
  expect(html).not.toMatch(/<script>alert|<b>O'/)
  const shown = html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
  expect(shown).toContain(text)
}

test('a first name', async () => {
  const { world, agent06 } = scene
  const newcomer = await aNewcomer(world, { firstName: name, email: 'o.brien@personne.example.org', language: 'fr' })
  expect(
    await world.owner.selectFrom('person').select('first_name').where('first_name', '=', name).executeTakeFirst(),
  ).toBeDefined()
  await newcomer.open('/fr/me')
  expectShown(newcomer, name)
  await newcomer.open('/fr/plan')
  expectShown(newcomer, name)
  await agent06.open('/workspace')
  expectShown(agent06, name)
  const { id } = await world.owner
    .selectFrom('file')
    .innerJoin('person', 'person.id', 'file.person_id')
    .select('file.id')
    .where('first_name', '=', name)
    .executeTakeFirstOrThrow()
  await agent06.open(`/workspace/files/${id}`)
  expectShown(agent06, name)
  const referral = await sent(scene, agent06, newcomer, id)
  const organization = await entered(scene, referral)
  expectShown(organization, name)
})

test('a refused first name and address come back as typed', async () => {
  const visitor = visitorOf(scene.world)
  await visitor.open('/fr/assessment/urgent_now')
  await visitor.send('/fr/assessment/urgent_now', { answer: 'none', action: 'answer' })
  await visitor.open('/fr/plan')
  await visitor.send('/fr/registration', { first_name: name, email: `a@b.example\r\nBcc: <x@y.example>` })
  expect(visitor.page.status).toBe(422)
  expectShown(visitor, name)
})

test('the need in their words', async () => {
  const { agent06, samiraFile } = scene
  const page = await drafted(scene, agent06, samiraFile, 1, evil)
  await agent06.open(page)
  expectShown(agent06, evil)
})

test('the hours to be called, in several lines', async () => {
  const { samira, agent06, world } = scene
  await samira.open('/ar/help')
  await samira.send('/ar/help', { number: '514 555-0199', hours: `${evil}\r\nle soir`, language: 'ar' })
  const row = await world.owner
    .selectFrom('task')
    .select(['id', 'details_sealed'])
    .where('kind', '=', 'call-back')
    .executeTakeFirstOrThrow()
  const kept = z
    .object({ hours: z.string() })
    .parse(JSON.parse(world.services.secrets.decrypt(row.details_sealed ?? Buffer.alloc(0))))
  expect(kept.hours).toBe(`${evil}\nle soir`)
  await agent06.open(`/workspace/calls/${row.id}`)
  expectShown(agent06, evil)
})

test('a refused number comes back as typed', async () => {
  const { samira } = scene
  await samira.open('/ar/help')
  await samira.send('/ar/help', { number: evil, hours: evil, language: evil })
  expect(samira.page.status).toBe(422)
  expectShown(samira, evil)
})

test('a place that nobody knows', async () => {
  const { samira } = scene
  await samira.open('/ar/assessment/place')
  await samira.send('/ar/assessment/place', { answer: evil, action: 'answer' })
  expect(samira.page.status).toBe(422)
  expectShown(samira, evil)
})

test('a search, with the signs that mean something to LIKE', async () => {
  const { agent06 } = scene
  await agent06.open(`/workspace/directory?${new URLSearchParams({ q: evil }).toString()}`)
  expect(agent06.page.status).toBe(200)
  expectShown(agent06, evil)
  for (const q of ["%'", '_', '\\', '%%%', "' or 1=1 --", ':* & !']) {
    expect((await agent06.open(`/workspace/directory?${new URLSearchParams({ q }).toString()}`)).status).toBe(200)
  }
})

test('addresses typed to sign in', async () => {
  const visitor = visitorOf(scene.world)
  await visitor.open('/fr/resume')
  await visitor.send('/fr/resume', { email: evil })
  expect(visitor.page.status).toBe(422)
  expect(visitor.page.html).not.toContain('<script>alert')
  await visitor.open('/workspace/sign-in')
  expect((await visitor.send('/workspace/sign-in', { email: evil })).status).toBe(200)
})
