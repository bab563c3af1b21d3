import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Choices } from './choices.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test("the first choice answers to the field's own address, and the chosen one is checked", async () => {
  const html = await markup(
    <Choices
      name="housing"
      legend="Logement"
      type="radio"
      options={[
        { value: 'yes', label: 'Oui' },
        { value: 'no', label: 'Non' },
      ]}
      selected={['no']}
    />,
  )
  expect(html).toContain('id="housing" name="housing" value="yes"/>')
  expect(html).toContain('value="no" checked=""')
})
