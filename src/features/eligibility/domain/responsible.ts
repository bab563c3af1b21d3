import type { Eligibility } from './eligibility.ts'

/**
 * Who answers for a need of a person. The ministry's office, which owes a meeting by its promise clock, answers wherever the
 * library has no step of its own for them, or no programme that they may use: nobody stands before a closed door.
 */
export type Responsible = { kind: 'programs'; programIds: readonly string[] } | { kind: 'office' }

export function responsibleFor(need: { specificSteps: number }, found: readonly Eligibility[]): Responsible {
  const usable = found.filter(({ use }) => use !== 'no').map(({ programId }) => programId)
  return need.specificSteps > 0 && usable.length > 0 ? { kind: 'programs', programIds: usable } : { kind: 'office' }
}
