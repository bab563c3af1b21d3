import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { ErrorSummary } from './error-summary.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('a summary is announced, takes the focus and leads to each field', async () => {
  const html = await markup(<ErrorSummary title="À corriger" errors={[{ href: '#phone', text: 'Trop court' }]} />)
  expect(html).toContain('role="alert"')
  expect(html).toContain('tabindex="-1"')
  expect(html).toContain('autofocus')
  expect(html).toContain('<a href="#phone">Trop court</a>')
})
