import type { Fact, Profile } from './profile.ts'

/** A condition on facts, as reference data writes it. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { q: string; op: 'eq' | 'in' | 'includes_any' | 'lt' | 'gt'; v: string | number | string[] }

/** Three values, because a skipped question is neither a yes nor a no. */
export type Truth = 'yes' | 'no' | 'unknown'

/** The answer and its grounds: the facts that decided it, or those that would. */
export type Verdict = { truth: Truth; because: readonly string[]; missing: readonly string[] }
export type Rule = (profile: Profile) => Verdict

const none: readonly string[] = []
const yes: Verdict = { truth: 'yes', because: none, missing: none }

/** Compiled once at boot; evaluating walks no data and allocates little. */
export function compile(condition: Condition | null): Rule {
  if (condition === null) return () => yes
  if ('all' in condition) return combine(condition.all.map(compile), 'no')
  if ('any' in condition) return combine(condition.any.map(compile), 'yes')
  if ('not' in condition) return negate(compile(condition.not))
  const { q, op, v } = condition
  const test = comparison(op, v)
  const read = [q]
  const answers: Record<Truth, Verdict> = {
    yes: { truth: 'yes', because: read, missing: none },
    no: { truth: 'no', because: read, missing: none },
    unknown: { truth: 'unknown', because: none, missing: read },
  }
  return (profile) => {
    const fact = profile[q]
    if (fact === undefined) return answers.unknown
    return test(fact) ? answers.yes : answers.no
  }
}

/** Every question that a condition reads. */
export function questionsOf(condition: Condition | null): string[] {
  if (condition === null) return []
  if ('all' in condition) return condition.all.flatMap(questionsOf)
  if ('any' in condition) return condition.any.flatMap(questionsOf)
  if ('not' in condition) return questionsOf(condition.not)
  return [condition.q]
}

/** `all` is decided by one no, `any` by one yes; else an unknown part leaves the whole unknown. */
function combine(rules: Rule[], decisive: 'yes' | 'no'): Rule {
  const otherwise = decisive === 'yes' ? 'no' : 'yes'
  return (profile) => {
    let because = none
    let missing = none
    for (const rule of rules) {
      const verdict = rule(profile)
      if (verdict.truth === decisive) return verdict
      if (verdict.truth === 'unknown') missing = joined(missing, verdict.missing)
      else because = joined(because, verdict.because)
    }
    return missing.length > 0
      ? { truth: 'unknown', because: none, missing }
      : { truth: otherwise, because, missing: none }
  }
}

/** Most parts bring a single question, so a list is seldom copied. */
function joined(some: readonly string[], more: readonly string[]): readonly string[] {
  if (some.length === 0) return more
  return more.length === 0 ? some : [...some, ...more]
}

function negate(rule: Rule): Rule {
  return (profile) => {
    const verdict = rule(profile)
    if (verdict.truth === 'unknown') return verdict
    return { ...verdict, truth: verdict.truth === 'yes' ? 'no' : 'yes' }
  }
}

function comparison(
  op: 'eq' | 'in' | 'includes_any' | 'lt' | 'gt',
  v: string | number | string[],
): (fact: Fact) => boolean {
  const wanted = Array.isArray(v) ? new Set(v) : new Set([String(v)])
  if (op === 'lt') return (fact) => typeof fact === 'number' && fact < Number(v)
  if (op === 'gt') return (fact) => typeof fact === 'number' && fact > Number(v)
  const isWanted = (each: string) => wanted.has(each)
  return (fact) => (typeof fact === 'object' ? fact.some(isWanted) : isWanted(String(fact)))
}
