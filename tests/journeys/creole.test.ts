// Haitian Creole has the urgent pages only: there every word is Creole or marked as French; elsewhere French says that it is French.
import { readFileSync } from 'node:fs'
import {
  isPluralElement,
  isPoundElement,
  isLiteralElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { renderMail } from '#features/messaging/index.ts'
import { linkIn } from '../support/mailbox.ts'
import { answerQuestions, samira } from '../support/people.ts'
import { spokenIn } from '../support/spoken.ts'
import { visitorOf, type Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let french: (text: string) => boolean
beforeAll(async () => {
  world = await openWorld()
  french = frenchOf(world)
})
afterAll(() => world.end())

test('whoever comes without answers reads Creole, errors and refusals too', async () => {
  const visitor = visitorOf(world)
  for (const page of ['assessment', 'assessment/urgent_now', 'help', 'resume', 'resume/code', 'registration/sent'])
    await reads(visitor, () => visitor.open(`/ht/${page}`))
  await reads(visitor, () => visitor.open('/ht/plan/steps/find-home'), 401)
  await visitor.open('/ht/help')
  expect(visitor.page.html).toContain('<option value="es">Panyòl</option>')
  await reads(visitor, () => visitor.send('/ht/help', { number: '12' }), 422)
  await reads(visitor, () => visitor.send('/ht/help', { number: '514 555-0123' }))
  await visitor.open('/ht/resume')
  await reads(visitor, () => visitor.send('/ht/resume', { email: 'non' }), 422)
  await reads(visitor, () => visitor.post('/ht/resume', { email: 'x' }, { 'sec-fetch-site': 'cross-site' }), 403)
  await visitor.open('/ht/resume')
  await reads(visitor, () => visitor.send('/ht/resume', { email: 'moun@personne.example.org' }))
  await visitor.open('/ht/resume/code')
  await reads(visitor, () => visitor.send('/ht/resume/code', { code: 'AAAA-AAAA-AAA' }), 422)
  for (let tries = 0; tries < 6; tries++) await visitor.post('/ht/resume/code', { code: 'AAAA-AAAA-AAA' })
  await reads(visitor, () => visitor.post('/ht/resume/code', { code: 'AAAA-AAAA-AAA' }), 429)
})

test('whoever has answered reads Creole: the question again, a code, and each urgent step', async () => {
  const visitor = visitorOf(world)
  await answerQuestions(visitor, 'fr', { ...samira, urgent_now: ['no_roof', 'no_food', 'medical', 'letter_deadline'] })
  await reads(visitor, () => visitor.open('/ht/assessment'))
  await reads(visitor, () => visitor.open('/ht/assessment/urgent_now'))
  await reads(visitor, () => visitor.send('/ht/assessment/urgent_now', { action: 'answer' }), 422)
  await reads(visitor, () => visitor.open('/ht/pause'))
  await reads(visitor, () => visitor.send('/ht/pause'))
  const words = world.services.reference.words('ht')
  const written = world.services.reference.steps.filter(({ id }) => words.has('steps', id))
  let open = 0
  for (const { id } of written) {
    await reads(visitor, () => visitor.open(`/ht/plan/steps/${id}`))
    if (visitor.page.html.includes(`action="/ht/plan/steps/${id}/done"`)) open++
  }
  expect(open).toBeGreaterThan(8)
  await visitor.open('/ht/plan/steps/shelter-tonight')
  await reads(visitor, () => visitor.send('/ht/plan/steps/shelter-tonight/problem', { words: '' }), 422)
  await visitor.send('/ht/plan/steps/shelter-tonight/done')
  await reads(visitor, () => visitor.open('/ht/plan/steps/shelter-tonight'))
})

test('where a page is French, it says so in Creole with a number and the way back, until French is chosen', async () => {
  const visitor = visitorOf(world)
  await visitor.open('/ht/privacy?from=mail')
  expect(visitor.page.path).toBe('/fr/privacy?from=mail')
  expect(visitor.page.html).toContain('<html lang="fr"')
  const notice = /<div class="notice info" lang="ht" dir="ltr">(.*?)<\/div>/s
  const said = notice.exec(visitor.page.html)?.[1]
  expect(said).toContain(world.services.words.in('ht')('common.in-french'))
  expect(said).toMatch(/href="tel:\+18005550123".*href="\/ht\/help"/s)
  await visitor.open('/fr/accessibility')
  expect(visitor.page.html).toMatch(notice)
  await visitor.open(/href="(\/fr\/accessibility\?[^"]*)"/.exec(visitor.page.html)?.[1] ?? '')
  expect(visitor.page.html).not.toMatch(notice)
  await visitor.open('/fr/privacy')
  expect(visitor.page.html).not.toMatch(notice)
})

test('the link of a mail opens a page that says in Creole that it is French, and so does the mail', async () => {
  const visitor = visitorOf(world)
  await visitor.open('/ht/assessment/urgent_now')
  await visitor.send('/ht/assessment/urgent_now', { action: 'answer', answer: 'none' })
  await visitor.open('/fr/plan')
  await visitor.send('/fr/registration', { first_name: 'Nadège', email: 'nadege@personne.example.org' })
  const first = await linkIn(world, 'registration')
  await visitor.open(first)
  await visitor.send(first)
  const phone = visitorOf(world)
  await phone.open('/fr/resume')
  await phone.send('/fr/resume', { email: 'nadege@personne.example.org' })
  await phone.open(await linkIn(world, 'sign-in'))
  expect(phone.page.html).toContain('<html lang="fr"')
  expect(phone.page.html).toContain(world.services.words.in('ht')('common.in-french'))
  const mail = renderMail(world.services.words, 'AQ', '811', 'sign-in', 'ht', { link: 'x' })
  expect(mail.text).toMatch(/^Mesaj sa a an franse/)
  expect(mail.text.match(/Voici un nouveau lien/g)).toHaveLength(1)
})

test('whoever reads another language meets no such line', async () => {
  const visitor = visitorOf(world)
  await visitor.open('/ar/privacy')
  await visitor.open('/fr/privacy')
  expect(visitor.page.html).not.toContain('lang="ht" dir="ltr">Paj')
})

test('the walk sees French where it stands unmarked, and only there', () => {
  const page = (body: string) =>
    `<!doctype html><html lang="ht"><head><title>T</title></head><body>${body}</body></html>`
  expect(unmarked(page('<p>Courriel</p>'))).toEqual(['Courriel'])
  expect(unmarked(page('<nav aria-label="Langue"></nav>'))).toEqual(['Langue'])
  expect(unmarked(page('<h1>Question 3 sur 19</h1>'))).toEqual(['Question 3 sur 19'])
  expect(unmarked(page('<option value="es">Espagnol</option>'))).toEqual(['Espagnol'])
  expect(unmarked(page('<a lang="fr" href="/fr">Courriel</a><p>Imel</p>'))).toEqual([])
  expect(unmarked(page('<div lang="fr"><p>Bonjour</p></div><p>Courriel</p>'))).toEqual(['Courriel'])
})

async function reads(visitor: Visitor, step: () => Promise<unknown>, status = 200): Promise<void> {
  await step()
  const { page } = visitor
  expect(page.status, page.path).toBe(status)
  expect(page.html, page.path).toContain('<html lang="ht"')
  expect(unmarked(page.html), page.path).toEqual([])
}

/** The texts that are ours in French and stand where no element says that they are French. */
function unmarked(html: string): string[] {
  return spokenIn(html)
    .filter(({ lang }) => lang !== 'fr')
    .flatMap(({ text }) => [...new Set([text, ...text.split(' – ')])])
    .filter((text) => french(text))
}

/** Tells a French message or fact of ours, with any values in it; what reads the same in Creole is not one. */
function frenchOf({ services }: World): (text: string) => boolean {
  const creole = new Set([...textsOf('ht').values()].concat(labelsOf(services, 'ht')))
  const messages = [...textsOf('fr').values(), ...labelsOf(services, 'fr')]
    .filter((text) => !creole.has(text))
    .map((text) => text.replace(/\s+/g, ' '))
  const plain = new Set(messages.filter((text) => !text.includes('{')))
  const patterns = messages.filter((text) => text.includes('{') && /\p{L}{4}/u.test(text.replace(/\{.*\}/s, '')))
  const patternOf = (text: string) => new RegExp(`^${parse(text, { ignoreTag: true }).map(pattern).join('')}$`, 'u')
  const formed = patterns.map(patternOf)
  return (text) => plain.has(text) || formed.some((each) => each.test(text))
}

function pattern(element: MessageFormatElement): string {
  if (isLiteralElement(element)) return element.value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (isPoundElement(element)) return '\\d+'
  if (!isPluralElement(element)) return '.+?'
  return `(?:${Object.values(element.options)
    .map(({ value }) => value.map(pattern).join(''))
    .join('|')})`
}

const slices = ['common', 'access', 'assessment', 'matching', 'plan', 'registration', 'consent', 'home', 'referral']

/** The messages of the newcomers' pages that a language has of its own. */
function textsOf(language: string): Map<string, string> {
  return new Map(
    slices.flatMap((slice) =>
      Object.entries(fileOf(language, slice)).map(([key, text]): [string, string] => [`${slice}.${key}`, text]),
    ),
  )
}

function fileOf(language: string, slice: string): Record<string, string> {
  try {
    const path = new URL(`../../content/${language}/${slice}.json`, import.meta.url)
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (language === 'ht' && error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}

/** Every word of the facts that a page may show, as the language itself has it. */
function labelsOf({ reference }: World['services'], language: 'fr' | 'ht'): string[] {
  const words = reference.words(language)
  const own = <T>(kind: Parameters<typeof words.has>[0], all: Record<string, T>) =>
    Object.entries(all).flatMap(([id, each]) => (words.has(kind, id) ? [each] : []))
  return [
    ...own('questions', words.questions).flatMap(({ text, why, help, options }) => [
      ...[text, why ?? '', help ?? ''],
      ...Object.values(options),
    ]),
    ...own('needs', words.needs).map(({ title }) => title),
    ...own('domains', words.domains).map(({ title }) => title),
    ...own('steps', words.steps).flatMap((step) => Object.values(step).flat().map(String)),
    ...own('helpLines', words.helpLines).flatMap((line) => Object.values(line).map(String)),
  ]
}
