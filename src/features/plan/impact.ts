import { dayOf, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { answersOfFiles, open, placeOf, type StoredAnswer } from '#features/assessment/index.ts'
import { programsForNeed } from '#features/eligibility/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import type { Reference } from '#platform/reference/load.ts'
import { without, type Named } from '#platform/reference/review/naming.ts'
import { buildPlan } from './domain/build.ts'
import type { Edits } from './domain/rules.ts'
import { editsOf, rulesOf } from './queries.ts'
import { itemsOfFiles } from './store.ts'

/** Of some files, those whose plan would differ on a day if a fact were taken out: needs, steps, their time, programmes. */
export async function filesTouched(
  services: Services,
  db: Db,
  fileIds: readonly Id[],
  fact: Named,
  at: Date,
): Promise<Id[]> {
  if (fileIds.length === 0) return []
  const answers = await answersOfFiles(db, fileIds)
  const items = await itemsOfFiles(db, fileIds)
  const fewer = reducedOf(services.reference, fact)
  return fileIds.filter((id) => {
    const told = answers.get(id) ?? []
    const edits = editsOf(services.secrets, items.get(id) ?? [])
    const read = told.filter((answer) => fact.kind !== 'question' || answer.questionId !== fact.id)
    const shown = (reference: Reference, known: readonly StoredAnswer[]) =>
      shownTo(reference, open(services, known, at).profile, edits, dayOf(at))
    return shown(services.reference, told) !== shown(fewer, read)
  })
}

const reduced = new WeakMap<Reference, Map<string, Reference>>()

/** The facts without one of them, made once, so that their rules are compiled once. */
function reducedOf(reference: Reference, fact: Named): Reference {
  const known = reduced.get(reference) ?? new Map<string, Reference>()
  reduced.set(reference, known)
  const key = `${fact.kind} ${fact.id}`
  const found = known.get(key) ?? without(reference, fact)
  known.set(key, found)
  return found
}

/** All that a plan tells, as one text to compare. */
function shownTo(reference: Reference, profile: ReturnType<typeof open>['profile'], edits: Edits, today: Day): string {
  const plan = buildPlan(rulesOf(reference), profile, today, edits)
  const region = placeOf(reference, profile)?.region ?? null
  const programs = plan.needIds.map((need) =>
    programsForNeed(reference, need, profile, region, today).map(({ programId, use }) => [programId, use]),
  )
  return JSON.stringify([plan, programs])
}
