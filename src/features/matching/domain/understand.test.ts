import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { loadReference } from '#platform/reference/load.ts'
import { readLooking, without } from './looking.ts'
import { understand } from './understand.ts'

const { synonyms } = loadReference(join(root))

test.each([
  ['cours de français du soir', ['learn_french'], true],
  ['Garderie', ['childcare'], false],
  ['papiers', ['identity'], false],
  ['je cherche un appartement', ['home'], false],
  ['médecin de famille', ['health_follow'], false],
  ['دروس', [], false],
  ['مأوى', ['roof_now'], false],
  ['guardería', ['childcare'], false],
  ['xyzzy', [], false],
])('"%s" means %j', (text, needs, evening) => {
  const { needs: meant, evening: at } = understand(text, synonyms)
  expect([meant.slice(0, needs.length), at]).toEqual([needs, evening])
  if (needs.length === 0) expect(meant).toEqual([])
})

test('what speaks of time is no word to look for', () => {
  expect(understand('cours de français du soir', synonyms).words).toBe('cours de français')
})

const gazetteer = {
  findPlace: (text: string) =>
    text === 'Sherbrooke' ? { label: text, name: text, region: '05', lat: 45.4, lon: -71.9 } : undefined,
  nearest: (lat: number, lon: number) => ({ label: 'Ici', name: 'Ici', region: '06', lat, lon }),
  needs: ['home'],
  regions: ['05', '06'],
  statuses: ['student'],
  vocabulary: synonyms,
}

test('an address that says nonsense is read as if it said nothing', () => {
  const read = readLooking(
    { need: 'x', region: '99', within: '7', how: 'fax', sort: '?', speaks: '<b>', free: '2', near: '1,2' },
    gazetteer,
  )
  expect(read).toMatchObject({
    ...{ need: null, region: null, withinKm: null, how: null, sort: 'fit', language: null, free: false, place: null },
  })
})

test('a place typed and not known is said, and another region is never searched in its stead', () => {
  expect(readLooking({ place: 'Atlantide' }, gazetteer)).toMatchObject({ unknownPlace: 'Atlantide', region: null })
  expect(readLooking({ place: 'Sherbrooke' }, gazetteer)).toMatchObject({ unknownPlace: null, region: '05' })
  expect(readLooking({ near: '45.51,-73.57' }, gazetteer)).toMatchObject({ region: '06', place: { lat: 45.51 } })
})

test('what is left out is a wish that there was', () => {
  const looking = readLooking({ q: 'logement', evening: '1' }, gazetteer)
  expect(without(looking, 'evening')).toMatchObject({ evening: false })
  expect(without(looking, 'free')).toBeUndefined()
  expect(without(looking, 'words')).toMatchObject({ words: '', meant: ['home'] })
})
