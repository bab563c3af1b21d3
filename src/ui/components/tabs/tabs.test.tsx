import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Tabs } from './tabs.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('the current tab is marked for everyone', async () => {
  const html = await markup(<Tabs label="Files" items={[{ href: '/a', label: 'À faire', count: 0, current: true }]} />)
  expect(html).toContain('aria-label="Files"')
  expect(html).toContain('aria-current="page"')
  expect(html).toContain('<span class="count"> 0</span>')
})
