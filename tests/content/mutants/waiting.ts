import type { Reference } from '#platform/reference/load.ts'
import type { Step } from '#platform/reference/schema.ts'
import type { Mutant } from './mutant.ts'

/** Whose day comes of itself, or is now; a step with another anchor waits, whatever stands before it. */
const begins = ['arrival', 'permit_expiry', 'pr', 'tax_year', 'claim', 'event', 'csq', 'decision']
const rank = { urgent: 0, high: 1, normal: 2 }

/**
 * Whether a prerequisite taken away leaves every plan as it was: the step waits for a moment of its own, so it is never to do
 * now, and what it waited for stands before it by its own rank. Anything less certain is not silent.
 */
export function isSilentlyFree({ steps, needs }: Reference, { fact, reference: changed }: Mutant): boolean {
  const step = steps.find(({ id }) => id === fact)
  const kept = changed.steps.find(({ id }) => id === fact)?.prerequisites ?? []
  const freed = steps.find(({ id }) => step?.prerequisites.includes(id) && !kept.includes(id))
  if (!step || !freed || step.ownNotice || step.priority === 'urgent' || begins.includes(step.when.anchor)) return false
  if (steps.some(({ prerequisites }) => prerequisites.includes(step.id))) return false // it could be drawn forward itself
  const naming = needs.filter((need) => need.steps.includes(step.id))
  if (naming.some(({ priority }) => priority === 1)) return false // what presses may overtake
  return (
    rank[freed.priority] < rank[step.priority] ||
    (isBeside(freed, step) && naming.every((need) => need.steps.includes(freed.id)))
  )
}

/** Of one rank and one domain: the day decides, which the waiting step does not have, then the alphabet. */
function isBeside(freed: Step, step: Step): boolean {
  return freed.priority === step.priority && freed.domain === step.domain && freed.id < step.id
}
