import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seekerOf } from './queries.ts'

const place = { region: '06', lat: 45.5, lon: -73.6 }

test('where someone comes from, their name, age, sex or belief never reach the ranking', () => {
  const facts = fc.record({
    status: fc.constantFrom('student', 'asylum_claimant', 'unsure'),
    prefer_language: fc.constantFrom('fr', 'ar', 'es'),
  })
  const other = fc.dictionary(
    fc.constantFrom(
      'country',
      'nationality',
      'religion',
      'age_band',
      'sex',
      'name',
      'fr_oral',
      'household',
      'profession',
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(facts, other, other, (profile, one, another) => {
      expect(seekerOf({ ...one, ...profile }, place, 'fr')).toEqual(seekerOf({ ...another, ...profile }, place, 'fr'))
    }),
  )
})
