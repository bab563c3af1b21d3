import { expect, test } from 'vitest'
import type { Eligibility, Use } from './eligibility.ts'
import { responsibleFor } from './responsible.ts'

const told = (programId: string, use: Use): Eligibility => ({ programId, use, grounds: [], because: [], missing: [] })
const office = { kind: 'office' }

test('programmes answer for a need that has steps and one they pay for, to check or not', () => {
  const found = [told('a', 'yes'), told('b', 'to-check'), told('c', 'no')]
  expect(responsibleFor({ specificSteps: 2 }, found)).toEqual({ kind: 'programs', programIds: ['a', 'b'] })
})

test('the office answers where no programme is for this person', () => {
  expect(responsibleFor({ specificSteps: 2 }, [told('a', 'no')])).toEqual(office)
  expect(responsibleFor({ specificSteps: 2 }, [])).toEqual(office)
})

test('the office answers where the library has no step for this person', () => {
  expect(responsibleFor({ specificSteps: 0 }, [told('a', 'yes')])).toEqual(office)
})
