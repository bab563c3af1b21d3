import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { reportLines } from '../import-report.ts'
import type { EntryLayout } from './layout.ts'
import { readLayout } from '../../commands/import/layout-shape.ts'
import { readRow } from './read-row.ts'
import type { Known } from './reading.ts'
import type { Table } from './model.ts'

const known: Known = {
  find: (table, key) => (key.startsWith('known') ? `${table}:${key}` : undefined),
  joined: () => [],
  onlyCountry: undefined,
}
const layouts = ['orservices', 'hsds-older'].map((name) => {
  const layout = readLayout(JSON.parse(readFileSync(join(root, `reference/layouts/${name}.json`), 'utf8')))
  if ('wrong' in layout) throw new Error(layout.wrong)
  return layout
})
function entryOf(file: string, layout = layouts[0]): EntryLayout {
  const entry = layout?.files.find((each) => each.file === file)?.entries[0]
  if (!entry) throw new Error(`no layout of ${file}`)
  return entry
}
const hsds = (table: Table): EntryLayout => ({
  table,
  key: ['id'],
  columns: {},
  same: true,
  split: false,
  shared: false,
  ignored: [],
})

test('a missing description takes the name, and what has no column stays in the original', () => {
  const row = { id: '7', name: 'A &amp; B', description: '', url: 'not a link', organization_tag: '4' }
  expect(readRow(entryOf('organizations.csv'), row, known)).toMatchObject({
    entries: [
      {
        key: '7',
        columns: {
          name: 'A & B',
          description: 'A & B',
          website: null,
          original: { url: 'not a link', organization_tag: '4' },
        },
      },
    ],
    faults: [{ reason: 'not-a-link', column: 'url', value: 'not a link' }],
  })
})

test('a status whose meaning is unknown is kept, not believed', () => {
  const row = { service_recordid: '9', service_name: 'Soup', service_status: '6', service_organization: 'known1' }
  expect(readRow(entryOf('services.csv'), row, known)).toMatchObject({
    entries: [{ columns: { organization_id: 'organization:known1', status: null, original: { service_status: '6' } } }],
    faults: [],
  })
})

test('a service of no known organization loads with a warning; one without a name does not', () => {
  const row = { service_recordid: '9', service_name: 'Soup', service_organization: '0' }
  expect(readRow(entryOf('services.csv'), row, known)).toMatchObject({
    entries: [{ columns: { organization_id: null } }],
    faults: [{ reason: 'organization-unknown', value: '0' }],
  })
  expect(readRow(entryOf('services.csv'), { service_recordid: '9', service_name: ' null ' }, known)).toEqual({
    refused: { reason: 'missing', column: 'name' },
  })
})

test('a telephone of three owners becomes three, and an unknown owner is named', () => {
  const row = { id: '5', number: '211', type: '10', location_id: 'known1', service_id: 'known2, known3,lost' }
  const reading = readRow(entryOf('phones.csv'), row, known)
  expect('entries' in reading && reading.entries.map((entry) => entry.key)).toEqual([
    '5/location/known1',
    '5/service/known2',
    '5/service/known3',
  ])
  expect(reading).toMatchObject({
    entries: [{ columns: { service_id: null, location_id: 'location:known1' } }, {}, {}],
    faults: [{ reason: 'unknown-reference', column: 'service_id', value: 'lost' }],
  })
  expect(readRow(entryOf('phones.csv'), { id: '5', number: '211', location_id: 'lost' }, known)).toEqual({
    refused: { reason: 'no-owner' },
  })
})

test('in HSDS 3 one row is one entry, whatever it belongs to', () => {
  const row = { id: '5', number: '211', location_id: 'known1', service_id: 'known2' }
  expect(readRow(hsds('phone'), row, known)).toMatchObject({
    entries: [{ key: '5', columns: { location_id: 'location:known1', service_id: 'service:known2' } }],
  })
})

test('a country is taken from the other rows only when they all agree', () => {
  const row = { id: '1', location_id: 'known1', address_1: '1 A', city: 'B', state_province: 'C', postal_code: 'D' }
  expect(readRow(hsds('address'), row, known)).toEqual({ refused: { reason: 'missing', column: 'country' } })
  expect(readRow(hsds('address'), row, { ...known, onlyCountry: 'US' })).toMatchObject({
    entries: [{ columns: { country: 'US', address_type: 'physical' } }],
    faults: [{ reason: 'country-assumed', value: 'US' }],
  })
})

test('a term keeps the first parent that loads', () => {
  const term = (parents: string) =>
    readRow(
      entryOf('taxonomy_terms.csv'),
      { taxonomy_recordid: 't1', taxonomy_name: 'Food', taxonomy_parent_name: parents },
      known,
    )
  expect(term('gone,known2')).toMatchObject({ entries: [{ columns: { parent_id: 'taxonomy_term:known2' } }] })
  expect(term('gone')).toMatchObject({ entries: [{ columns: { parent_id: null } }] })
})

test.each([
  ['opens_at', '25:00', 'not-a-time'],
  ['opens_at', 'soon', 'not-a-time'],
  ['valid_from', '2026-02-30', 'not-a-date'],
  ['freq', 'DAILY', 'not-one-of'],
  ['interval', '1.5', 'not-a-number'],
  ['schedule_link', 'javascript:alert(1)', 'not-a-link'],
])('%s "%s" is told and kept aside', (column, value, reason) => {
  expect(
    readRow(hsds('schedule'), { id: '1', service_id: 'known', byday: 'MO', [column]: value }, known),
  ).toMatchObject({
    entries: [{ columns: { [column]: null, original: { [column]: value } } }],
    faults: [{ reason, column, value }],
  })
})

test('HSDS 1.1 and 2.0 names become those of 3.1', () => {
  const older = layouts[1]
  expect(
    readRow(
      entryOf('services.csv', older),
      { id: '1', name: 'N', organization_id: 'known' },
      {
        ...known,
        joined: (file, from, to, key) =>
          file === 'eligibility.csv' && from === 'service_id' && to === 'eligibility' && key === '1'
            ? ['Adultes', 'Réfugiés']
            : [],
      },
    ),
  ).toMatchObject({
    entries: [{ columns: { eligibility_description: 'Adultes, Réfugiés', status: null } }],
  })
  expect(
    readRow(
      entryOf('regular_schedules.csv', older),
      { id: '1', service_id: 'known', weekday: 'Monday', opens_at: '9:00am', closes_at: '17:00' },
      known,
    ),
  ).toMatchObject({ entries: [{ columns: { byday: 'MO', freq: 'WEEKLY', opens_at: '09:00', closes_at: '17:00' } }] })
  expect(
    readRow(entryOf('service_taxonomy.csv', older), { id: '1', service_id: 'known1', taxonomy_id: 'known2' }, known),
  ).toMatchObject({
    entries: [
      { columns: { link_id: 'service:known1', link_entity: 'service', taxonomy_term_id: 'taxonomy_term:known2' } },
    ],
  })
})

test('the report counts by reason and shows the first places', () => {
  const problem = (line: number) => ({
    ...{ kind: 'refused' as const, file: 'a.csv', line, reason: 'unknown-reference' as const },
    ...{ column: 'service_id', value: String(line) },
  })
  const lines = reportLines(
    {
      ...{ runId: 'r', sourceId: 's', layout: 'L', files: [{ file: 'a.csv', loaded: 2, refused: 4 }] },
      ...{ loaded: 2, refused: 4, added: 2, changed: 0, removed: 0, ended: 0, back: 0, unread: 1 },
      problems: [...[3, 4, 8, 9].map(problem), { kind: 'warning', file: 'a.csv', line: 2, reason: 'no-words' }],
      changes: [
        {
          kind: 'changed',
          table: 'service',
          id: '1',
          label: 'Soupe',
          fields: [{ name: 'url', before: '', after: 'x' }],
        },
      ],
    },
    (reason) => reason,
  )
  expect(lines).toEqual([
    'a.csv: 6 rows, 2 loaded, 4 refused',
    's (L): 6 rows, 2 loaded, 4 refused; 2 added, 0 changed, 0 removed, 0 gone, 0 back',
    '1 could not be read: nothing is taken as gone this time.',
    'refused: a.csv: service_id: unknown-reference (4; lines 3, 4, 8, …)',
    'warning: a.csv: no-words (1; line 2)',
    'changed: service Soupe; url: "" → "x"',
  ])
})
