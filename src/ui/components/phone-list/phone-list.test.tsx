import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { PhoneList } from './phone-list.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('a line is called by one press, its number whole in any direction', async () => {
  const html = await markup(<PhoneList lines={[{ name: 'Bureau', tel: '+14185550123', display: '418 555-0123' }]} />)
  expect(html).toContain('href="tel:+14185550123"')
  expect(html).toContain('<bdi dir="ltr">418 555-0123</bdi>')
})
