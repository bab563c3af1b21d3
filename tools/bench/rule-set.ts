// The rules of the reference as both peers get them: conditions and statuses, nothing of ours compiled.
import type { Condition } from '#kernel/rule.ts'
import type { Reference } from '#platform/reference/load.ts'

/** A need is raised when `trigger` is a yes and `unless` is not; then its steps and programmes are looked at. */
export type PeerNeed = {
  id: string
  trigger: Condition | null
  unless: Condition | null
  steps: readonly string[]
  programs: readonly string[]
}
/** A step or a programme: open to these statuses, unless its condition is a no. */
export type PeerEntry = { id: string; statuses: string[]; condition: Condition | null }
export type RuleSet = {
  needs: PeerNeed[]
  steps: PeerEntry[]
  programs: PeerEntry[]
  /** Questions with several answers, whose facts are lists. */
  several: ReadonlySet<string>
}

/** What a rule engine decides of a person; that is all that a peer does, where ours also dates, orders and gives reasons. */
export type Decision = { needs: string[]; steps: string[]; programs: string[] }

export function ruleSetOf(reference: Reference): RuleSet {
  return {
    needs: reference.needs.flatMap(({ id, trigger, unless, steps, programs }) =>
      trigger === 'compartment'
        ? []
        : [{ id, trigger: trigger === 'always' ? null : trigger, unless, steps, programs }],
    ),
    steps: reference.steps.map(({ id, who }) => ({ id, statuses: who.statuses, condition: who.condition })),
    programs: reference.programs.map(({ id, allowed, unclear, condition }) => ({
      id,
      statuses: [...allowed, ...unclear],
      condition,
    })),
    several: new Set(reference.questions.filter(({ type }) => type === 'multi').map(({ id }) => id)),
  }
}

/** What the raised needs bring, each once. */
export function broughtBy(raised: readonly PeerNeed[]): { steps: Set<string>; programs: Set<string> } {
  return {
    steps: new Set(raised.flatMap(({ steps }) => steps)),
    programs: new Set(raised.flatMap(({ programs }) => programs)),
  }
}
