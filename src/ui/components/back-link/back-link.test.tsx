import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { BackLink } from './back-link.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('back is a link like any other', async () => {
  const html = await markup(<BackLink href="/plan">Retour</BackLink>)
  expect(html).toContain('<a class="back" href="/plan">Retour</a>')
})
