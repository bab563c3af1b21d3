import type { Profile } from '#kernel/profile.ts'
import type { Condition, Rule } from '#kernel/rule.ts'

/** A core question as the flow needs it: what asks it, and what was already said. */
export type FlowQuestion = { id: string; domain: string; core: boolean; askIf: Condition | null }
export type CompiledQuestion<Q extends FlowQuestion> = { question: Q; isAsked: Rule }

/** The questions asked of this person, in order: those whose condition is a yes; an open condition asks nothing yet. */
export function askedQuestions<Q extends FlowQuestion>(
  questions: readonly CompiledQuestion<Q>[],
  profile: Profile,
): Q[] {
  return questions.filter(({ isAsked }) => isAsked(profile).truth === 'yes').map(({ question }) => question)
}

/** What comes after a question, or nothing at the end. */
export function questionAfter<Q extends FlowQuestion>(asked: readonly Q[], id: string): Q | undefined {
  return asked[asked.findIndex((each) => each.id === id) + 1]
}

export function questionBefore<Q extends FlowQuestion>(asked: readonly Q[], id: string): Q | undefined {
  return asked[asked.findIndex((each) => each.id === id) - 1]
}

/** The first asked question that was neither answered nor skipped. */
export function firstOpen<Q extends FlowQuestion>(asked: readonly Q[], seen: ReadonlySet<string>): Q | undefined {
  return asked.find((each) => !seen.has(each.id))
}

/** The questions asked together with this one: the core, or those of its domain beyond the core. */
export function groupOf<Q extends FlowQuestion>(asked: readonly Q[], question: Q): Q[] {
  return asked.filter((each) => (question.core ? each.core : !each.core && each.domain === question.domain))
}

export type Progress = 'not-started' | 'under-way' | 'done'
export type Subject<Q> = { domain: string; questions: Q[]; progress: Progress }

/** The domains that have something more to ask this person, in the order of the domains, with how far each is. */
export function subjectsOf<Q extends FlowQuestion>(
  domains: readonly string[],
  asked: readonly Q[],
  seen: ReadonlySet<string>,
): Subject<Q>[] {
  return domains.flatMap((domain) => {
    const questions = asked.filter((each) => !each.core && each.domain === domain)
    const told = questions.filter((each) => seen.has(each.id)).length
    const progress = told === 0 ? 'not-started' : told < questions.length ? 'under-way' : 'done'
    return questions.length > 0 ? [{ domain, questions, progress }] : []
  })
}
