import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Pager } from './pager.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('the first page offers only the next', async () => {
  const html = await markup(<Pager words={{ previous: 'Avant', next: 'Après', label: 'Pages' }} next="?page=2" />)
  expect(html).toContain(
    '<nav class="pager" aria-label="Pages"><a class="forward" rel="next" href="?page=2">Après</a></nav>',
  )
})
