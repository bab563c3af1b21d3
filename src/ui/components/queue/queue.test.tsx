import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Queue } from './queue.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('each cell knows its column once the rows are stacked', async () => {
  const html = await markup(
    <Queue
      caption="File"
      columns={['Personne', 'Langue']}
      rows={[{ cells: ['Nour', 'arabe'], tone: 'red' }]}
      empty="Rien"
    />,
  )
  expect(html).toContain('<caption>File</caption>')
  expect(html).toContain('<tr role="row" class="red">')
  expect(html).toContain('<th scope="row" role="rowheader">Nour</th>')
  expect(html).toContain('data-label="Langue"')
})
