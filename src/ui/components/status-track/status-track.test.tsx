import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { StatusTrack } from './status-track.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('where it stands is marked for everyone', async () => {
  const html = await markup(<StatusTrack items={[{ label: 'Reçue', time: 'le 13 mars', state: 'current' }]} />)
  expect(html).toContain('<li class="current" aria-current="step">')
  expect(html).toContain('<span class="hint">le 13 mars</span>')
})
