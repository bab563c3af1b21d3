import type { Profile } from '#kernel/profile.ts'
import type { Condition, Rule } from '#kernel/rule.ts'

/** A core question as the flow needs it: what asks it, and what was already said. */
export type FlowQuestion = { id: string; askIf: Condition | null }
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
