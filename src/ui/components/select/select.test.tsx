import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Select } from './select.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('the value given is the one selected', async () => {
  const html = await markup(
    <Select name="region" label="Région" options={[{ value: '05', label: 'Estrie' }]} value="05" />,
  )
  expect(html).toContain('<option value="05" selected="">Estrie</option>')
})
