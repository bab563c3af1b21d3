import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { TextArea } from './text-area.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('what was written comes back, and is never read as markup', async () => {
  const html = await markup(<TextArea name="note" label="Note" value="a < b" />)
  expect(html).toContain('>a &lt; b</textarea>')
  expect(html).toContain('dir="auto"')
})
