import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Bidi } from './bidi.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('a code keeps its direction', async () => {
  const html = await markup(<Bidi dir="ltr">K7-204</Bidi>)
  expect(html).toContain('<bdi dir="ltr">K7-204</bdi>')
})
