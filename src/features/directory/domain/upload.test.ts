import { expect, test } from 'vitest'
import type { ImportProblem, ImportReport } from './import-report.ts'
import { changesNothing, fileNameOf, isZip, sourceFault, summaryOf } from './upload.ts'

const problem = (line: number, more: Partial<ImportProblem> = {}): ImportProblem => ({
  ...{ kind: 'warning', file: 'services.csv', line, reason: 'not-a-link', column: 'url', value: `v${line}` },
  ...more,
})
const report: ImportReport = {
  ...{ runId: 'r', sourceId: 's', layout: 'HSDS 3', files: [], loaded: 9, refused: 1 },
  ...{ added: 0, changed: 0, removed: 0, ended: 0, back: 0, unread: 0, changes: [] },
  problems: [1, 2, 3, 4].map((line) => problem(line)).concat(problem(9, { kind: 'refused', reason: 'missing' })),
}

test('rows with one fault stand together, the refused first, the first three named', () => {
  const { groups, problems } = summaryOf(report)
  expect(problems).toBe(5)
  expect(groups.map(({ kind, reason, count }) => [kind, reason, count])).toEqual([
    ['refused', 'missing', 1],
    ['warning', 'not-a-link', 4],
  ])
  expect(groups[1]?.first.map(({ line }) => line)).toEqual([1, 2, 3])
})

test('a text of a page is cut to what one needs to decide', () => {
  const long = 'a'.repeat(5_000)
  const fields = [{ name: 'description', before: '', after: long }]
  const changes = [{ kind: 'changed' as const, table: 'service' as const, id: 'i', label: long, fields }]
  const [change] = summaryOf({ ...report, changes }).changes
  expect([change?.label.length, change?.fields[0]?.after.length]).toEqual([300, 300])
})

test('problems alone change nothing; one entry that is gone does', () => {
  expect(changesNothing(summaryOf(report))).toBe(true)
  expect(changesNothing(summaryOf({ ...report, ended: 1 }))).toBe(false)
})

test.each([
  ['bottin.csv', 'bottin.csv'],
  ['../../etc/Répertoire.ZIP', '....etcRépertoire.ZIP'],
  ['a\u0000b\n.json', 'ab.json'],
  [`${'🍁'.repeat(200)}.csv`, `${'🍁'.repeat(116)}.csv`],
  ['.csv', undefined],
  ['photo.png', undefined],
  ['', undefined],
])('%j is kept as %j', (given, kept) => {
  expect(fileNameOf(given)).toBe(kept)
})

test('a zip is known by how it begins', () => {
  expect(isZip(Buffer.from('PK\u0003\u0004…'))).toBe(true)
  expect(isZip(Buffer.from('PK\u0005\u0006'))).toBe(true)
  expect(isZip(Buffer.from('id,name'))).toBe(false)
  expect(isZip(new Uint8Array())).toBe(false)
})

test('a source has a code of its own', () => {
  expect(sourceFault('orservices-2026')).toBeUndefined()
  expect(sourceFault('Été')).toBe('source-form')
  expect(sourceFault('starter')).toBe('source-ours')
})
