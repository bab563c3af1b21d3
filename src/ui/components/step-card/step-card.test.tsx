import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { StepCard } from './step-card.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test("a step is named by its title, and a plain tag takes the step's tone", async () => {
  const html = await markup(<StepCard anchorId="nas" title="NAS" tag="Pressant" urgent />)
  expect(html).toContain('<article class="step urgent" id="nas" aria-labelledby="nas-title">')
  expect(html).toContain('<span class="tag red">Pressant</span>')
})
