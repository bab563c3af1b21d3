import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Details } from './details.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('details are closed until asked for', async () => {
  const html = await markup(<Details summary="Pourquoi">Parce que</Details>)
  expect(html).toContain('<details class="details"><summary>Pourquoi</summary>')
})
