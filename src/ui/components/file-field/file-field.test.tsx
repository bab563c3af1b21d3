import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { FileField } from './file-field.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('an error is said with the field', async () => {
  const html = await markup(<FileField name="file" label="Fichier" hint="zip" error="Choisissez un fichier." />)
  expect(html).toContain('type="file"')
  expect(html).toContain('aria-describedby="file-hint file-error" aria-invalid="true"')
})
