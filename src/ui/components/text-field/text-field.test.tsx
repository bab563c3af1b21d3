import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { TextField } from './text-field.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('an error is tied to its field and the answer is kept', async () => {
  const html = await markup(<TextField name="phone" type="tel" label="Téléphone" error="Trop court" value="418" />)
  expect(html).toContain('aria-describedby="phone-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('value="418"')
  expect(html).toContain('dir="ltr"')
})
