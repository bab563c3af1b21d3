import { expect, test } from 'vitest'
import { faultsOfExamples, markup } from '../../testing/sound.ts'
import { examples } from './examples.tsx'
import { Button } from './button.tsx'

test('its examples are sound', async () => {
  expect(await faultsOfExamples(examples)).toEqual([])
})

test('a button submits, with its verb when it has one', async () => {
  const html = await markup(
    <Button kind="danger" name="verb" value="withdraw">
      Retirer
    </Button>,
  )
  expect(html).toContain('type="submit"')
  expect(html).toContain('name="verb" value="withdraw"')
  expect(html).toContain('class="button danger"')
})
