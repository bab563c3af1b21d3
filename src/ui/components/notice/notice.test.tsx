import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Notice } from './notice.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('good news is announced without cutting in', async () => {
  const html = await markup(
    <Notice kind="success">
      <p>Fait</p>
    </Notice>,
  )
  expect(html).toContain('role="status"')
  expect(html).toContain('class="notice success"')
})
