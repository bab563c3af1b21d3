import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { ButtonLink } from './button-link.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('a link stays a link under its button clothes', async () => {
  const html = await markup(<ButtonLink href="/plan">Voir</ButtonLink>)
  expect(html).toContain('<a class="button primary" href="/plan">Voir</a>')
})
