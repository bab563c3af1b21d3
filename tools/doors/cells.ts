import type { Day } from '#kernel/day.ts'
import { withDerived } from '#kernel/profile.ts'
import { compile } from '#kernel/rule.ts'
import { promisesFor } from '#features/appointment/index.ts'
import { placeOf } from '#features/assessment/index.ts'
import { programsForNeed, responsibleFor, type Responsible } from '#features/eligibility/index.ts'
import { buildPlan, openSteps, rulesOf } from '#features/plan/index.ts'
import type { Reference } from '#platform/reference/load.ts'
import type { Need, Region } from '#platform/reference/schema.ts'

/** What one adult, living alone, of a status, in a region's main city, finds for a need, whatever brought the need up. */
export type Cell = {
  status: string
  need: string
  region: string
  steps: number
  programs: number
  responsible: Responsible
  /** The office of the region, and the promise that stands behind it. */
  office: boolean
}

const always = compile(null)
const never = compile({ any: [] })

/** Every status, need and region, through the engine that makes plans. */
export function doorCells(reference: Reference, today: Day): Cell[] {
  return reference.needs.flatMap((need) => {
    const rules = { ...rulesOf(reference), needs: [{ ...need, isRaised: always, isSettled: never }] }
    return reference.statuses.flatMap((status) =>
      reference.regions.map((region) => cellOf(reference, rules, need, status, region, today)),
    )
  })
}

function cellOf(
  reference: Reference,
  rules: ReturnType<typeof rulesOf>,
  need: Need,
  status: string,
  region: Region,
  today: Day,
): Cell {
  const answers = { where: 'quebec', status, place: region.mainCity, age_band: '25_54', household: ['alone'] }
  const profile = withDerived(answers, today)
  const found = programsForNeed(reference, need.id, profile, placeOf(reference, profile)?.region ?? null, today)
  const steps = openSteps(buildPlan(rules, profile, today)).length
  return {
    status,
    need: need.id,
    region: region.code,
    steps,
    programs: found.filter(({ use }) => use !== 'no').length,
    responsible: responsibleFor({ specificSteps: steps }, found),
    office: region.officeCity !== null && promisesFor(today, undefined, false, reference.holidays).length > 0,
  }
}

export type Tally = { cells: number; specific: number; onlyHuman: number; nothing: number; unfunded: number }

export function tallyOf(cells: readonly Cell[]): Tally {
  const count = (is: (cell: Cell) => boolean) => cells.filter(is).length
  return {
    cells: cells.length,
    specific: count((cell) => cell.steps > 0),
    onlyHuman: count((cell) => cell.steps === 0 && isAnswered(cell)),
    nothing: count((cell) => cell.steps === 0 && !isAnswered(cell)),
    unfunded: count((cell) => cell.steps > 0 && cell.programs === 0),
  }
}

function isAnswered({ responsible, office }: Cell): boolean {
  return responsible.kind === 'programs' || office
}
