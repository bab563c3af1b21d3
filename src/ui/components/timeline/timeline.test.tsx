import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Timeline } from './timeline.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('each group is a region with its own address', async () => {
  const html = await markup(<Timeline groups={[{ id: 'week', title: 'La semaine', items: '…' }]} />)
  expect(html).toContain('<section id="week" aria-labelledby="week-title">')
})
