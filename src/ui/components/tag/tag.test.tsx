import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Tag } from './tag.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('a tag says its state in words', async () => {
  const html = await markup(<Tag tone="red">En retard</Tag>)
  expect(html).toContain('<span class="tag red">En retard</span>')
})
