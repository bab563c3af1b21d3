import { expect, test } from 'vitest'
import { createSecrets } from '#platform/secret/secret.ts'
import { momentParam, readMoment } from './moment.ts'

const key = (fill: string) => Buffer.alloc(32, fill).toString('base64')
const secrets = createSecrets({ secretKey: key('s'), fieldKey: key('f') })
const at = new Date('2026-11-24T15:30:00Z')

test('a moment that we signed is read as it was', () => {
  expect(readMoment(secrets, momentParam(secrets, at))).toEqual(at)
})

test.each([undefined, '', '1795533000000', '1e99.x', '-1.', momentParam(secrets, at).replace(/^1/, '2')])(
  '%s is none',
  (given) => {
    expect(readMoment(secrets, given)).toBeUndefined()
  },
)
