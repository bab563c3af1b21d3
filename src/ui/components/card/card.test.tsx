import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Card } from './card.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test("a card's heading takes the level of its place", async () => {
  const html = await markup(
    <Card title="Santé" tone="yellow" level={3}>
      …
    </Card>,
  )
  expect(html).toContain('<section class="card yellow"><h3>Santé</h3>')
})
