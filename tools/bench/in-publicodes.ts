// The same rules in publicodes. It knows the third value: a question without an answer is "undefined", carried through "et" and
// "ou" as ours, and it names what is missing; it does not tell which answers decided. It has no lists of texts: a question with
// several answers becomes one yes or no an option. It has no "not": a condition is compared with "non".
import Engine, { type PublicodesExpression } from 'publicodes'
import type { Profile } from '#kernel/profile.ts'
import type { Condition } from '#kernel/rule.ts'
import { broughtBy, type Decision, type RuleSet } from './rule-set.ts'

type Situation = Record<string, PublicodesExpression>
type Facts = { single: Set<string>; options: Map<string, Set<string>> }

/** `prepared` writes a profile as a situation, before the clock runs. */
export type InPublicodes = { prepared: (profile: Profile) => Situation; decide: (situation: Situation) => Decision }

export function inPublicodes(rules: RuleSet): InPublicodes {
  const facts: Facts = { single: new Set(['status']), options: new Map() }
  const written: Record<string, PublicodesExpression | null> = {}
  for (const { id, trigger, unless } of rules.needs) {
    written[name('need', id)] = expression(rules, facts, trigger)
    if (unless !== null) written[name('unless', id)] = expression(rules, facts, unless)
  }
  for (const kind of ['step', 'program'] as const) {
    for (const { id, statuses, condition } of kind === 'step' ? rules.steps : rules.programs) {
      const taken = expression(rules, facts, { q: 'status', op: 'in', v: statuses })
      written[name(kind, id)] = { 'toutes ces conditions': [taken, expression(rules, facts, condition)] }
    }
  }
  for (const fact of [...facts.single, ...[...facts.options.values()].flatMap((names) => [...names])])
    written[fact] = null
  const engine = new Engine(written, { logger: silent })
  const valueOf = (rule: string) => engine.evaluateNode(engine.getRule(rule)).nodeValue // `evaluate` parses its text: twice the time
  return {
    prepared: (profile) => situationOf(facts, profile),
    decide: (situation) => {
      engine.setSituation(situation)
      const raised = rules.needs.filter(
        ({ id, unless }) =>
          valueOf(name('need', id)) === true && (unless === null || valueOf(name('unless', id)) !== true),
      )
      const brought = broughtBy(raised)
      return {
        needs: raised.map(({ id }) => id),
        steps: [...brought.steps].filter((id) => valueOf(name('step', id)) !== false),
        programs: [...brought.programs].filter((id) => valueOf(name('program', id)) !== false),
      }
    },
  }
}
const silent = { log: () => {}, warn: () => {}, error: () => {} }

function name(kind: 'need' | 'unless' | 'step' | 'program', id: string): string {
  return `${kind} ${id}`
}

function optionName(question: string, option: string): string {
  return `${question} option${option}`
}

function expression(rules: RuleSet, facts: Facts, condition: Condition | null): PublicodesExpression {
  if (condition === null) return 'oui'
  const parts = (conditions: Condition[]) => conditions.map((part) => expression(rules, facts, part))
  if ('all' in condition) return { 'toutes ces conditions': parts(condition.all) }
  if ('any' in condition) return { 'une de ces conditions': parts(condition.any) }
  if ('not' in condition) return { '=': [expression(rules, facts, condition.not), 'non'] }
  const { q, op, v } = condition
  const values = [v].flat().map(String)
  if (rules.several.has(q)) {
    const names = values.map((option) => optionName(q, option))
    facts.options.set(q, new Set([...(facts.options.get(q) ?? []), ...names]))
    return { 'une de ces conditions': names }
  }
  facts.single.add(q)
  if (op === 'lt' || op === 'gt') return `${q} ${op === 'lt' ? '<' : '>'} ${values.join('')}`
  return { 'une de ces conditions': values.map((value) => `${q} = '${value}'`) }
}

/** Only what the rules read. */
function situationOf({ single, options }: Facts, profile: Profile): Situation {
  const situation: Situation = {}
  for (const question of single) {
    const fact = profile[question]
    if (typeof fact === 'string') situation[question] = `'${fact}'`
    if (typeof fact === 'number') situation[question] = fact
  }
  for (const [question, names] of options) {
    const fact = profile[question]
    if (typeof fact !== 'object') continue
    const told = new Set(fact.map((option) => optionName(question, option)))
    for (const each of names) situation[each] = told.has(each) ? 'oui' : 'non'
  }
  return situation
}
