import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { EmptyState } from './empty-state.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('nothing to show is said in words', async () => {
  const html = await markup(<EmptyState title="Rien à faire" />)
  expect(html).toContain('<p class="title">Rien à faire</p>')
})
