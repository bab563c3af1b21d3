import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { DateField } from './date-field.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test("three inputs bear the field's name, and the legend may be the h1", async () => {
  const html = await markup(
    <DateField
      name="birth"
      legend="Naissance"
      words={{ day: 'Jour', month: 'Mois', year: 'Année' }}
      size="heading"
      autocomplete="bday"
    />,
  )
  expect(html).toContain('<legend><h1>Naissance</h1></legend>')
  expect(html).toContain('name="birth-day"')
  expect(html).toContain('name="birth-month"')
  expect(html).toContain('name="birth-year"')
  expect(html).toContain('autocomplete="bday-year"')
})
