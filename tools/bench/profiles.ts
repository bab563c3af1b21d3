// People of the bench: made from the questions themselves by a small seeded generator, the same in every run.
import { addDays, type Day } from '#kernel/day.ts'
import { withDerived, type Fact, type Profile } from '#kernel/profile.ts'
import { compile } from '#kernel/rule.ts'
import type { Reference } from '#platform/reference/load.ts'
import type { Question } from '#platform/reference/schema.ts'

/** `complete`: every question answered with a fact, so that nothing is unknown to anyone's rules. */
export type Subject = { profile: Profile; region: string | null; complete: boolean }

/** A whole number from 0 to below the limit. */
type Chance = (limit: number) => number

/** Half have answered everything; half only what they were asked, and skipped a fifth of that. */
export function subjects(reference: Reference, count: number, today: Day): Subject[] {
  return Array.from({ length: count }, (_, index) => {
    const chance = chances(index + 1)
    const complete = index % 2 === 0
    const facts: Record<string, Fact> = {}
    for (const question of reference.questions) {
      const isAsked = compile(question.askIf)(withDerived(facts, today)).truth === 'yes'
      const isSkipped = chance(5) === 0
      const fact = answer(reference, question, today, chance)
      // a goal brings a need that is unknown: no peer has this third value, so only those with nothing unknown name goals
      const isComparable = complete || question.id !== 'top_goals'
      if (fact !== undefined && isComparable && (complete || (isAsked && !isSkipped))) facts[question.id] = fact
    }
    const place = facts['place']
    const region = typeof place === 'string' ? (reference.fsas.get(place)?.region ?? null) : null
    return { profile: withDerived(facts, today), region, complete }
  })
}

function answer(reference: Reference, question: Question, today: Day, chance: Chance): Fact | undefined {
  if (question.id === 'permit_expiry') return addDays(today, chance(700) - 30)
  if (question.type === 'date') return addDays(today, 60 - chance(1100))
  if (question.type === 'place') return pick([...reference.fsas.keys()], chance)
  if (question.type === 'text') return 'welder'
  if (question.id === 'status') return pick(reference.statuses, chance) // "unsure" and "not to say" name none
  const facts = question.options.filter((option) => !question.neverKept.includes(option))
  if (question.type === 'choice') return pick(facts, chance)
  const together = facts.filter((option) => !question.exclusive.includes(option))
  const alone = facts.filter((option) => question.exclusive.includes(option))
  if (alone.length > 0 && chance(3) === 0) return [pick(alone, chance) ?? ''].filter(Boolean)
  const chosen = together.filter(() => chance(3) === 0).slice(0, question.max)
  return chosen.length > 0 ? chosen : together.slice(0, 1)
}

function pick<T>(from: readonly T[], chance: Chance): T | undefined {
  return from[chance(from.length)]
}

/** Numbers that look like chance and never change: the linear congruence of Numerical Recipes. */
function chances(seed: number): Chance {
  let state = Math.imul(seed, 2_654_435_761) >>> 0
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}
