import { expect, test } from 'vitest'
import { cellText, readCell } from './cell.ts'
import { resourceOf } from './model.ts'
import { phoneNumber } from './phone-number.ts'
import { nearAny, pointFault } from './point.ts'
import { postalFault } from './postal-code.ts'
import { readRow } from './read-row.ts'
import type { Known } from './reading.ts'

const known: Known = { find: (table, key) => `${table}:${key}`, joined: () => [], onlyCountry: undefined }
const same = { key: ['id'], columns: {}, same: true, split: false, shared: false, ignored: [] }

test.each([
  ['514-555-0101 poste 22', '514-555-0101', '22'],
  ['(202) 797-8806 ext 1311', '(202) 797-8806', '1311'],
  ['Phone No: (202) 797-8806 Ext: 1041', 'Phone No: (202) 797-8806', '1041'],
  ['514 555-0101x22', '514 555-0101', '22'],
  ['514 555-0101, p. 7', '514 555-0101', '7'],
  ['1 800 555-0101 #4', '1 800 555-0101', '4'],
  ['514-555-0102 x OPT2', '514-555-0102', 'OPT2'],
  ['514-555-0102 (option 2)', '514-555-0102', 'option 2'],
  ['211 poste 3', '211', '3'],
])('%s is %s and %s', (written, number, extension) => {
  expect(phoneNumber({ number: written, extension: null })).toEqual({ number, extension })
})

test.each([
  ['514-555-0101'],
  ['514-555-0101 ou 514-555-0102 poste 3'],
  ['514-555-0101 poste 22 ou 23'],
  ['TEXT YOUR ZIP CODE TO 898-211'],
  ['55 poste 3'],
  ['#5555'],
  ['514-555-POSTE 1'],
])('%s stays as it is written', (number) => {
  expect(phoneNumber({ number, extension: null })).toEqual({ number, extension: null })
})

test('an extension loses the word before it, and two that differ both stay', () => {
  const extensionOf = (extension: string) => phoneNumber({ number: '514-555-0102', extension }).extension
  expect(['x OPT2', 'x106', 'poste 22', 'Ext. 4', '22', 'extension', 'demander Léa'].map(extensionOf)).toEqual([
    ...['OPT2', '106', '22', '4', '22', 'extension', 'demander Léa'],
  ])
  const both = (number: string, extension: string) => phoneNumber({ number, extension })
  expect(both('514-555-0102 poste 22', 'x22')).toEqual({ number: '514-555-0102', extension: '22' })
  expect(both('514-555-0102 poste 22', '23')).toEqual({ number: '514-555-0102 poste 22', extension: '23' })
})

test.each([
  ['H2X 1Y4', 'QC', 'CA', undefined],
  ['g1r1a1', 'Québec', 'Canada', undefined],
  ['K1A 0A6', 'QC', 'CA', undefined],
  ['M5V 2T6', 'QC', 'CA', 'postal-elsewhere'],
  ['K1N 5M1', 'P.Q.', 'CAN', 'postal-elsewhere'],
  ['H2X 1Y', 'QC', 'CA', 'postal-form'],
  ['H2X 1O4', 'quebec', 'ca', 'postal-form'],
  ['20009', 'Québec (QC)', 'CA', undefined],
  ['20009', 'QC', 'CA', 'postal-form'],
  ['M5V 2T6', 'ON', 'CA', undefined],
  ['20009', 'DC', 'US', undefined],
  ['12345', 'QC', 'PH', undefined],
])('%s in %s, %s: %s', (postalCode, province, country, fault) => {
  expect(postalFault({ postalCode, province, country })).toBe(fault)
})

const near = nearAny([
  { latitude: 45.5, longitude: -73.57 },
  { latitude: 47.38, longitude: -61.86 },
])

test.each([
  [45.5, -73.57, undefined],
  [0, 0, 'coordinates-zero'],
  [-73.57, 45.5, 'coordinates-range'],
  [91, -73, 'coordinates-range'],
  [45.5, -181, 'coordinates-range'],
  [45.5, null, 'coordinates-range'],
  [null, -73.57, 'coordinates-range'],
  [null, null, undefined],
  [46.55, -73.57, undefined], // 117 km
  [46.6, -73.57, 'coordinates-far'], // 122 km
  [48.6, -61.5, 'coordinates-far'], // in the Gulf, 138 km from the islands
  [38.9, -77.03, undefined], // Washington is elsewhere, and asked of nobody
])('%d, %d: %s', (latitude, longitude, fault) => {
  expect(pointFault(latitude, longitude, near)).toBe(fault)
})

test('nothing is far where nobody knows what is near', () =>
  expect(pointFault(46.6, -73.57, undefined)).toBeUndefined())

test('a wrong point is set aside under the names of the source, and told with them', () => {
  const row = { id: '1', organization_id: '2', lat: '0', long: '0,0', name: 'Bureau' }
  const layout = { ...same, table: 'location' as const, columns: { latitude: 'lat', longitude: 'long' } }
  expect(readRow(layout, row, known)).toMatchObject({
    entries: [{ columns: { latitude: null, longitude: null, name: 'Bureau', original: { lat: '0', long: '0,0' } } }],
    faults: [{ reason: 'coordinates-zero', column: 'lat', value: '0, 0' }],
  })
})

test('a postal code is told and kept, and a number is split, as a row is read', () => {
  const address = { id: '1', location_id: '2', address_1: '1 rue A', city: 'B', state_province: 'QC', country: 'CA' }
  expect(readRow({ ...same, table: 'address' }, { ...address, postal_code: 'M5V 2T6' }, known)).toMatchObject({
    entries: [{ columns: { postal_code: 'M5V 2T6' } }],
    faults: [{ reason: 'postal-elsewhere', column: 'postal_code', value: 'M5V 2T6' }],
  })
  expect(
    readRow({ ...same, table: 'phone' }, { id: '1', service_id: '2', number: '418 555-0101 poste 9' }, known),
  ).toMatchObject({ entries: [{ columns: { number: '418 555-0101', extension: '9' } }], faults: [] })
})

test('whether a place is hidden is read in both languages, and what is unclear hides it', () => {
  const read = (text: string) =>
    readRow(
      { ...same, table: 'location' },
      { id: '1', organization_id: '2', name: 'Maison', confidential: text },
      known,
    )
  const hidden = (text: string) => {
    const reading = read(text)
    return 'entries' in reading ? reading.entries[0]?.columns['confidential'] : 'refused'
  }
  expect(['oui', 'TRUE', '1', 'Yes', 'peut-être'].map(hidden)).toEqual([true, true, true, true, true])
  expect(['non', 'false', '0', ''].map(hidden)).toEqual([false, false, false, null])
  expect(read('peut-être')).toMatchObject({ faults: [{ reason: 'not-one-of', column: 'confidential' }] })
})

test.each([
  ['9:00am', '09:00'],
  ['9 h 30', '09:30'],
  ['9\u00A0h\u202F30', '09:30'],
  ['21h', '21:00'],
  ['x', undefined],
  ['9', undefined],
])('a time written %s', (written, read) => {
  const clock = resourceOf('schedule').columns['opens_at']
  const cell = clock && readCell(clock, cellText(written) ?? '')
  expect(cell).toEqual(read === undefined ? { fault: 'not-a-time' } : { value: read })
})

test('a number too great for the database, a region that is none and an identifier with NUL are no surprise', () => {
  expect(
    readRow(
      { ...same, table: 'organization' },
      { id: '1', name: 'A', region: 'Lanaudière', year_incorporated: '99999999999' },
      known,
    ),
  ).toMatchObject({
    entries: [{ columns: { region: null, year_incorporated: null } }],
    faults: [
      { reason: 'not-a-number', column: 'year_incorporated' },
      { reason: 'not-one-of', column: 'region' },
    ],
  })
  for (const id of ['1\u00002', '\uD800', 'a b', 'a,b'])
    expect(readRow({ ...same, table: 'organization' }, { id, name: 'A' }, known)).toMatchObject({
      refused: { reason: 'no-identifier' },
    })
})
