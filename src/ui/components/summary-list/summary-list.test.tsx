import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { SummaryList } from './summary-list.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('a change link says what it changes', async () => {
  const html = await markup(
    <SummaryList
      rows={[{ key: 'Prénom', value: 'Nour', action: { href: '/1', label: 'Modifier', hidden: 'le prénom' } }]}
    />,
  )
  expect(html).toContain('Modifier<span class="hidden"> le prénom</span>')
})
