// A first view fits in one round trip: page, look and headers in 14 KB, and no script is needed to use it.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '#platform/config/root.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerQuestions, samira } from '../support/people.ts'
import { visitorOf, type Page } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

/** The ten packets that a server may send before it hears back. */
const budget = 14 * 1024

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const languages = ['fr', 'ar']
const views = languages.flatMap((language) =>
  ['home', 'question', 'plan', 'services', 'embed'].map((view) => ({ language, view })),
)

test.each(views)('the $view in $language fits in one round trip, without scripts', async ({ language, view }) => {
  const page = await viewed(language, view)
  expect(page.status).toBe(200)
  expect(sizeOf(page)).toBeLessThanOrEqual(budget)
  expect(page.html).not.toMatch(/<script(?! type="module" src="\/assets\/)/)
  expect(page.html).not.toMatch(/href="(#"|javascript:)|<button(?![^>]* hidden)[^>]*type="button"/)
})

test('what stays on a phone that keeps a plan is small', () => {
  expect(statSync(join(root, 'public/offline.js')).size).toBeLessThanOrEqual(2 * 1024)
})

async function viewed(language: string, view: string): Promise<Page> {
  const visitor = visitorOf(world)
  if (view === 'home') return visitor.open(`/${language}/`)
  if (view === 'services') return visitor.open(`/${language}/services?q=logement&place=Montréal&status=student`)
  if (view === 'embed') return visitor.open(`/embed/services?need=home&place=Montr%C3%A9al&lang=${language}`)
  if (view === 'question') return visitor.open(`/${language}/assessment/urgent_now`)
  await answerQuestions(visitor, language, samira)
  return visitor.page
}

function sizeOf({ html, headers }: Page): number {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return gzipSync(html).length + Buffer.byteLength(lines)
}
