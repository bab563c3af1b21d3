import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { French } from './french.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('an official name is marked as French', async () => {
  const html = await markup(<French>Francisation Québec</French>)
  expect(html).toContain('<span lang="fr" dir="ltr">Francisation Québec</span>')
})
