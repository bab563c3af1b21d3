import type { Condition } from '#kernel/rule.ts'
import type { Reference } from '#platform/reference/load.ts'

/** The facts with one rule changed. `fact` says whose rule; a fault of this kind, typed in reference/, must not go unseen. */
export type Mutant = {
  kind: 'question' | 'need' | 'step' | 'program'
  fact: string
  change: string
  reference: Reference
}

/** All changes of the facts of one kind: each a copy of the reference in which one entry has other parts. */
export function mutantsOf<T extends { id: string }>(
  kind: Mutant['kind'],
  facts: readonly T[],
  changesOf: (fact: T) => Record<string, Partial<T> | false | null>,
  place: (changed: T[]) => Reference,
): Mutant[] {
  return facts.flatMap((fact) =>
    Object.entries(changesOf(fact)).flatMap(([change, part]) =>
      part
        ? [
            {
              kind,
              fact: fact.id,
              change,
              reference: place(facts.map((each) => (each === fact ? { ...each, ...part } : each))),
            },
          ]
        : [],
    ),
  )
}

export const never: Condition = { any: [] }

export function negated(condition: Condition | null): Condition {
  return condition === null ? never : { not: condition }
}
