import { expect, test } from 'vitest'
import { newResumeCode, readResumeCode } from './resume-code.ts'

const bytes = (value: number) => new Uint8Array(24).fill(value)

test('a code has eleven signs of 32, in groups that can be read aloud', () => {
  expect(newResumeCode(bytes(0))).toBe('0000-0000-000')
  expect(newResumeCode(bytes(255))).toBe('ZZZZ-ZZZZ-ZZZ')
  expect(Math.log2(32 ** 11)).toBeGreaterThanOrEqual(50)
})

test('a code is read however it is typed', () => {
  expect(readResumeCode(' k7qm 2xf9h3t ')).toBe('K7QM2XF9H3T')
  expect(readResumeCode('OIL0-1111-1')).toBe('011011111')
  expect(readResumeCode(newResumeCode(bytes(7)))).toBe('77777777777')
})
