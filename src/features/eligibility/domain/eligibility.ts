import type { Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import type { Rule } from '#kernel/rule.ts'

/** One programme or right, its condition compiled. The three lists of statuses cover all of them. */
export type ProgramRule = {
  id: string
  allowed: ReadonlySet<string>
  excluded: ReadonlySet<string>
  unclear: ReadonlySet<string>
  isFor: Rule
  /** Part of the condition stands only in words. */
  prose: boolean
  regions: ReadonlySet<string> | null
  regionsUnclear: boolean
  from: Day | null
  until: Day | null
  /** A "no" without a source is not told as a no. */
  sourced: boolean
}

/** May this person use it? Never a final decision: who answers for the programme decides. */
export type Use = 'yes' | 'no' | 'to-check'
export type Ground = 'not-yet' | 'ended' | 'status' | 'condition' | 'region' | 'prose' | 'no-source'

export type Eligibility = {
  programId: string
  use: Use
  /** What decided it, or left it open. */
  grounds: readonly Ground[]
  /** The questions whose answers were read. */
  because: readonly string[]
  /** The questions whose answers would decide it. */
  missing: readonly string[]
}

type Part = { use: Use; ground: Ground | null; because: readonly string[]; missing: readonly string[] }
const fits: Part = { use: 'yes', ground: null, because: [], missing: [] }
const fitsStatus: Part = { ...fits, because: ['status'] }

/**
 * Whether a person may use a programme on a day, as far as their answers say. A part not known, an unclear status, a condition
 * that stands only in words, and a "no" whose rule has no source all read "to check" (domain/statuses-and-eligibility §1).
 */
export function eligibilityOf(rule: ProgramRule, profile: Profile, region: string | null, today: Day): Eligibility {
  const parts = [
    inForce(rule, today),
    byStatus(rule, profile),
    byCondition(rule, profile),
    byRegion(rule, region),
    byProse(rule),
  ]
  const against = has(parts, 'no')
  const open = has(parts, 'to-check')
  const deciding: Use = against ? 'no' : open ? 'to-check' : 'yes'
  const use = against && !rule.sourced ? 'to-check' : deciding
  const grounds: Ground[] = []
  const because: string[] = []
  const missing: string[] = []
  for (const part of parts) {
    if (part.use === deciding && part.ground !== null) grounds.push(part.ground)
    if (part.use === deciding) addNew(because, part.because)
    if (part.use === 'to-check') addNew(missing, part.missing)
  }
  if (use === 'to-check' && against) grounds.push('no-source')
  return { programId: rule.id, use, grounds, because, missing }
}

function has(parts: readonly Part[], use: Use): boolean {
  for (const part of parts) if (part.use === use) return true
  return false
}

function addNew(questions: string[], more: readonly string[]): void {
  for (const question of more) if (!questions.includes(question)) questions.push(question)
}

function inForce({ from, until }: ProgramRule, today: Day): Part {
  if (from !== null && today < from) return { ...fits, use: 'no', ground: 'not-yet' }
  return until !== null && today > until ? { ...fits, use: 'no', ground: 'ended' } : fits
}

function byStatus({ allowed, excluded, unclear }: ProgramRule, profile: Profile): Part {
  const status = profile['status']
  if (typeof status !== 'string' || status === 'unsure' || status === 'not_say')
    return excluded.size + unclear.size === 0
      ? fits
      : { use: 'to-check', ground: 'status', because: [], missing: ['status'] }
  if (allowed.has(status)) return fitsStatus
  return { use: excluded.has(status) ? 'no' : 'to-check', ground: 'status', because: fitsStatus.because, missing: [] }
}

function byCondition({ isFor }: ProgramRule, profile: Profile): Part {
  const { truth, because, missing } = isFor(profile)
  if (truth === 'yes') return because.length === 0 ? fits : { use: 'yes', ground: null, because, missing }
  return truth === 'no'
    ? { use: 'no', ground: 'condition', because, missing: [] }
    : { use: 'to-check', ground: 'condition', because, missing }
}

function byRegion({ regions, regionsUnclear }: ProgramRule, region: string | null): Part {
  if (regions === null) return fits
  if (region === null) return { use: 'to-check', ground: 'region', because: [], missing: ['place'] }
  if (regions.has(region)) return { ...fits, because: ['place'] }
  return { use: regionsUnclear ? 'to-check' : 'no', ground: 'region', because: ['place'], missing: [] }
}

function byProse({ prose }: ProgramRule): Part {
  return prose ? { ...fits, use: 'to-check', ground: 'prose' } : fits
}
