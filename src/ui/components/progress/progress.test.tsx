import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Progress } from './progress.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('the bar has the words as its name', async () => {
  const html = await markup(<Progress label="4 sur 11" value={4} max={11} />)
  expect(html).toContain(
    '<label class="progress"><span>4 sur 11</span><progress value="4" max="11"></progress></label>',
  )
})
