import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Form } from './form.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('a form carries its token and its key, and leaves checks to the server', async () => {
  const html = await markup(
    <Form action="/answers" token="t-1" requestKey="k-1">
      …
    </Form>,
  )
  expect(html).toContain('method="post"')
  expect(html).toContain('novalidate')
  expect(html).toContain('name="_token" value="t-1"')
  expect(html).toContain('name="_key" value="k-1"')
})
