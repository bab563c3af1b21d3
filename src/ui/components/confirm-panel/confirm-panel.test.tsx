import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { ConfirmPanel } from './confirm-panel.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test("the end of a task is the page's h1", async () => {
  const html = await markup(<ConfirmPanel title="C’est fait" />)
  expect(html).toContain('<h1>C’est fait</h1>')
})
