// The plan on paper: in the person's language and in French, line by line, and nothing of what is protected.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNewcomer, answerQuestions, samira } from '../support/people.ts'
import { visitorOf } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const titleOf = (language: 'fr' | 'ar', step: string) =>
  world.services.reference.words(language).steps[step]?.title ?? '-'

test('in Arabic every line stands beside its French, each in its own direction', async () => {
  const visitor = await aNewcomer(world)
  await visitor.open('/ar/plan')
  expect(visitor.page.html).toContain('href="/ar/plan/print"')
  await visitor.open('/ar/plan/print')
  const { html, status } = visitor.page
  expect(status).toBe(200)
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain(
    `<span lang="ar" dir="rtl">${titleOf('ar', 'asylum-boc')}</span><span lang="fr" dir="ltr">${titleOf('fr', 'asylum-boc')}`,
  )
  const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0
  expect(count(/<(span|div) lang="ar" dir="rtl">/g)).toBe(count(/class="pair"/g))
  expect(html).toContain('1 800 555-0123')
  expect(html).toContain('Imprimé le 23 novembre 2026.')
  expect(html).toContain('Modifié le 23 novembre 2026.')
  expect(html).not.toMatch(/version/i)
  expect(html).not.toContain('Samira')
  expect(html).not.toMatch(/<script/)
  expect(html).toMatch(/<div class="notice warning" data-copy="[\w-]{12}"[^>]* hidden="">/)
})

test('in French there is one column', async () => {
  const visitor = visitorOf(world)
  await answerQuestions(visitor, 'fr', samira)
  await visitor.open('/fr/plan/print')
  expect(visitor.page.html).toContain(titleOf('fr', 'asylum-boc'))
  expect(visitor.page.html).toContain('Ce mois-ci')
  expect(visitor.page.html).not.toContain('lang="ar"')
})

test('what is protected is on no paper, whether answers raised it or somebody added it', async () => {
  const visitor = await aNewcomer(world, { language: 'fr', email: 'p@personne.example.org' })
  const file = await world.owner.selectFrom('file').select('id').orderBy('created_at', 'desc').executeTakeFirstOrThrow()
  const added = ['violence-help', 'library'].map((item_id) => ({
    ...{ file_id: file.id, item_id, state: 'open' as const, responsible: 'agent' as const },
    ...{ changed_at: new Date('2026-11-23T15:00:00Z'), changed_by: 'agent' as const },
  }))
  await world.owner.insertInto('plan_item').values(added).execute()
  await visitor.open('/fr/plan')
  for (const step of ['trauma-care', 'violence-help', 'library'])
    expect(visitor.page.html).toContain(titleOf('fr', step))
  await visitor.open('/fr/plan/print')
  expect(visitor.page.html).toContain(titleOf('fr', 'library'))
  expect(visitor.page.html).not.toContain(titleOf('fr', 'trauma-care'))
  expect(visitor.page.html).not.toContain(titleOf('fr', 'violence-help'))
})
