import { expect, test } from 'vitest'
import type { Find } from './entry.ts'
import { readOrganization, readService } from './orservices.ts'
import { readAddress, readPhone, type Beforehand } from './orservices-details.ts'
import { reportLines } from './import-report.ts'
import { readTerm } from './orservices-terms.ts'

const find: Find = (table, key) => (key.startsWith('known') ? `${table}:${key}` : undefined)
const before: Beforehand = {
  termKeys: new Set(['t1', 't2']),
  typeOfTerm: new Map(),
  locationsOfAddress: new Map(),
  locationsOfPhone: new Map(),
  servicesOfPhone: new Map(),
  onlyCountry: undefined,
}

test('a missing description takes the name, and what has no column stays in the original', () => {
  expect(
    readOrganization({ id: '7', name: 'A &amp; B', description: '', url: 'not a link', organization_tag: '4' }),
  ).toEqual({
    entries: [
      {
        key: '7',
        columns: {
          name: 'A & B',
          alternate_name: null,
          description: 'A & B',
          email: null,
          website: null,
          tax_id: null,
          year_incorporated: null,
          legal_status: null,
          status: 'active',
          original: { url: 'not a link', organization_tag: '4' },
        },
      },
    ],
    warnings: ['"not a link" is not a web address: kept aside'],
  })
})

test('a status whose meaning is unknown is kept, not believed', () => {
  const reading = readService(
    { service_recordid: '9', service_name: 'Soup', service_status: '6', service_organization: 'known1' },
    find,
  )
  expect(reading).toMatchObject({
    entries: [
      { columns: { organization_id: 'organization:known1', status: 'active', original: { service_status: '6' } } },
    ],
    warnings: [],
  })
})

test('a service of no known organization loads with a warning; one without a name does not', () => {
  expect(readService({ service_recordid: '9', service_name: 'Soup', service_organization: '0' }, find)).toMatchObject({
    entries: [{ columns: { organization_id: null } }],
    warnings: ['a service of no known organization: kept from readers and exports'],
  })
  expect(readService({ service_recordid: '9', service_name: ' null ' }, find)).toEqual({ refused: 'no name' })
})

test('a telephone of three owners becomes three, and an unknown owner is named', () => {
  const reading = readPhone(
    { id: '5', number: '211', type: '10', location_id: 'known1', service_id: 'known2, known3,lost' },
    find,
    before,
  )
  expect('entries' in reading && reading.entries.map((entry) => entry.key)).toEqual([
    '5/location/known1',
    '5/service/known2',
    '5/service/known3',
  ])
  expect(reading).toMatchObject({
    entries: [{ columns: { type: null, service_id: null, location_id: 'location:known1' } }, {}, {}],
    warnings: ['no service "lost"'],
  })
  expect(readPhone({ id: '5', number: '211', location_id: 'lost' }, find, before)).toEqual({
    refused: 'a telephone of nothing known',
  })
})

test('a country is taken from the other rows only when they all agree', () => {
  const row = {
    id: '1',
    location_id: 'known1',
    address_1: '1 A St',
    city: 'B',
    state_province: 'C',
    postal_code: 'D',
    country: '',
  }
  expect(readAddress(row, find, before)).toEqual({ refused: 'an address without country' })
  expect(readAddress(row, find, { ...before, onlyCountry: 'US' })).toMatchObject({
    entries: [{ columns: { country: 'US' } }],
    warnings: ['no country: US, as in every row that names one'],
  })
})

test('a term keeps the first parent that loads, and is never its own', () => {
  const term = (parents: string) =>
    readTerm(
      { taxonomy_recordid: 't1', taxonomy_name: 'Food', taxonomy_parent_name: parents },
      find,
      before,
      (key) => `id:${key}`,
    )
  expect(term('t1,gone,t2')).toMatchObject({ entries: [{ columns: { parent_id: 'id:t2' } }] })
  expect(term('gone')).toMatchObject({ entries: [{ columns: { parent_id: null } }] })
})

test('the report counts by reason and shows the first places', () => {
  const problem = (line: number) => ({ kind: 'refused' as const, file: 'a.csv', line, reason: `no service "${line}"` })
  const lines = reportLines({
    runId: 'r',
    sourceId: 's',
    files: [{ file: 'a.csv', loaded: 2, refused: 4 }],
    loaded: 2,
    refused: 4,
    added: 2,
    changed: 0,
    removed: 0,
    ended: 0,
    problems: [
      problem(3),
      problem(4),
      problem(8),
      problem(9),
      { kind: 'warning', file: 'a.csv', line: 2, reason: 'odd' },
    ],
  })
  expect(lines).toEqual([
    'a.csv: 6 rows, 2 loaded, 4 refused',
    's: 6 rows, 2 loaded, 4 refused; 2 added, 0 changed, 0 removed, 0 ended',
    'refused: a.csv: no service … (4; lines 3, 4, 8, …)',
    'warning: a.csv: odd (1; line 2)',
  ])
})
