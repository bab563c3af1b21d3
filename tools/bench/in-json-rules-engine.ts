// The same rules in json-rules-engine. It has two values: a fact nobody told makes its comparison false, so "not" would make it
// true. In its stead every "not" is pushed down to comparisons that want a known fact as well ("knownNotIn" for "in"), and a step
// or programme is held back only by the "no" of its condition. It tells neither what is missing nor which facts decided.
import { Engine, Rule, type TopLevelCondition } from 'json-rules-engine'
import type { Profile } from '#kernel/profile.ts'
import type { Condition } from '#kernel/rule.ts'
import { broughtBy, type Decision, type PeerEntry, type RuleSet } from './rule-set.ts'

type Comparison = { fact: string; operator: string; value: number | string[] }
type Nested = Comparison | TopLevelCondition

/**
 * The needs in one engine, then the steps and programmes that they bring in a second: about half the time of asking all of them
 * in one. The rules are made once.
 */
export function inJsonRulesEngine(rules: RuleSet): (profile: Profile) => Promise<Decision> {
  const first = engineOf(
    rules.needs.map(({ id, trigger, unless }) =>
      ruleOf(id, [whenYes(rules, trigger), ...(unless === null ? [] : [{ not: whenYes(rules, unless) }])]),
    ),
  )
  const steps = new Map(rules.steps.map((step) => [step.id, ruleOf(`step ${step.id}`, parts(rules, step))]))
  const programs = new Map(rules.programs.map((each) => [each.id, ruleOf(`program ${each.id}`, parts(rules, each))]))
  return async (profile) => {
    const needs = await namesOf(first, profile)
    const brought = broughtBy(rules.needs.filter(({ id }) => needs.has(id)))
    const second = [...brought.steps].flatMap((id) => steps.get(id) ?? [])
    const third = [...brought.programs].flatMap((id) => programs.get(id) ?? [])
    const open = await namesOf(engineOf([...second, ...third]), profile)
    return {
      needs: [...needs],
      steps: [...brought.steps].filter((id) => open.has(`step ${id}`)),
      programs: [...brought.programs].filter((id) => open.has(`program ${id}`)),
    }
  }
}

function engineOf(rules: Rule[]): Engine {
  const engine = new Engine(rules, { allowUndefinedFacts: true })
  engine.addOperator('knownNotIn', (fact: unknown, options: unknown[]) => fact !== undefined && !options.includes(fact))
  return engine
}

function ruleOf(name: string, all: Nested[]): Rule {
  return new Rule({ name, conditions: { all }, event: { type: 'yes' } })
}

function parts(rules: RuleSet, { statuses, condition }: PeerEntry): Nested[] {
  const taken = { fact: 'status', operator: 'in', value: statuses }
  return condition === null ? [taken] : [taken, { not: whenNo(rules, condition) }]
}

/** The names of the rules that hold. */
async function namesOf(engine: Engine, profile: Profile): Promise<Set<string>> {
  const { results } = await engine.run(profile)
  return new Set(results.map(({ name }) => name))
}

/** True when the condition is known to be a yes. */
function whenYes(rules: RuleSet, condition: Condition | null): Nested {
  if (condition === null) return { all: [] }
  if ('all' in condition) return { all: condition.all.map((part) => whenYes(rules, part)) }
  if ('any' in condition) return { any: condition.any.map((part) => whenYes(rules, part)) }
  if ('not' in condition) return whenNo(rules, condition.not)
  const { q: fact, op, v } = condition
  if (op === 'lt' || op === 'gt') return { fact, operator: op === 'lt' ? 'lessThan' : 'greaterThan', value: Number(v) }
  return { fact, operator: rules.several.has(fact) ? 'someFact:in' : 'in', value: [v].flat().map(String) }
}

/** True when the condition is known to be a no. */
function whenNo(rules: RuleSet, condition: Condition): Nested {
  if ('all' in condition) return { any: condition.all.map((part) => whenNo(rules, part)) }
  if ('any' in condition) return { all: condition.any.map((part) => whenNo(rules, part)) }
  if ('not' in condition) return whenYes(rules, condition.not)
  const { q: fact, op, v } = condition
  if (op === 'lt') return { fact, operator: 'greaterThanInclusive', value: Number(v) }
  if (op === 'gt') return { fact, operator: 'lessThanInclusive', value: Number(v) }
  return { fact, operator: rules.several.has(fact) ? 'everyFact:notIn' : 'knownNotIn', value: [v].flat().map(String) }
}
