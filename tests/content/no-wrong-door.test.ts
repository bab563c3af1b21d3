// No status, need or region meets a closed door: a step of the library, or the ministry's office by its promise clock.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { loadReference, type Reference } from '#platform/reference/load.ts'
import { doorCells, tallyOf, type Cell } from '../../tools/doors/cells.ts'
import { doorsPage } from '../../tools/doors/page.ts'
import { dayOfFacts, generateDoors } from '../../tools/gen-doors.ts'

/** Cells with a step of their own on 24 November 2026; raised when facts add some, never lowered. */
const floor = 15_589

let reference: Reference
let cells: Cell[]
beforeAll(() => {
  reference = loadReference(root)
  cells = doorCells(reference, dayOfFacts(reference))
})

test('every status meets every need in every region once', () => {
  const { statuses, needs, regions } = reference
  expect(cells.length).toBe(statuses.length * needs.length * regions.length)
  expect(new Set(cells.map(({ status, need, region }) => `${status} ${need} ${region}`)).size).toBe(cells.length)
  expect(cells.length).toBeGreaterThanOrEqual(21 * 54 * 17)
})

test('no cell has nothing, and those with a step of their own never become fewer', () => {
  const { cells: all, specific, onlyHuman, nothing } = tallyOf(cells)
  expect(nothing).toBe(0)
  expect(specific).toBeGreaterThanOrEqual(floor)
  expect(specific + onlyHuman).toBe(all)
})

test('the office answers exactly where a step or a programme lacks', () => {
  for (const { steps, programs, responsible } of cells)
    expect(responsible.kind).toBe(steps > 0 && programs > 0 ? 'programs' : 'office')
})

test('docs/no-wrong-door.md is fresh (npm run gen)', () => {
  expect(readFileSync(join(root, 'docs/no-wrong-door.md'), 'utf8')).toBe(generateDoors())
})

test('a region without an office, and a need without a step, would be seen', () => {
  const emptied: Reference = {
    ...reference,
    needs: reference.needs.filter(({ id }) => id === 'citizenship').map((need) => ({ ...need, steps: [] })),
    statuses: ['citizen'],
    regions: reference.regions.map((region) => ({ ...region, officeCity: region.code === '10' ? null : 'Here' })),
  }
  expect(tallyOf(doorCells(emptied, '2026-11-24'))).toMatchObject({ cells: 17, specific: 0, onlyHuman: 16, nothing: 1 })
})

test('regions that differ are named, those alike are folded', () => {
  const cell = (region: string, programs: number): Cell => ({
    ...{ status: 'citizen', need: 'home', region, steps: 2, programs, office: true },
    responsible: { kind: 'office' },
  })
  const page = doorsPage([cell('01', 1), cell('02', 1), cell('03', 0)], ['citizen'], ['home'])
  expect(page).toContain('| home | 2 · 1 (03: 0) |')
  expect(page).toContain('- **home**: citizen (regions 03)')
})
