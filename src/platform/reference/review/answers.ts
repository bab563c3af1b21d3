import type { Fact } from '#kernel/profile.ts'
import type { Condition } from '#kernel/rule.ts'
import type { Question } from '../schema.ts'

type Leaf = Extract<Condition, { q: string }>

/** Every comparison in a condition. */
export function leavesOf(condition: Condition | null): Leaf[] {
  if (condition === null) return []
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  return 'not' in condition ? leavesOf(condition.not) : [condition]
}

const countedFrom: Record<string, string> = {
  days_since_arrival: 'arrival_date',
  days_to_permit_expiry: 'permit_expiry',
}

/** The question whose answer a condition reads, or counts from. */
export function questionBehind(read: string): string {
  return countedFrom[read] ?? read
}

/** What an answer to a question can be, as far as some comparisons tell answers apart; undefined: not said. */
export function answersThatDiffer(id: string, question: Question | undefined, leaves: readonly Leaf[]) {
  const read = leaves.filter(({ q }) => q === id)
  if (!question) return id in countedFrom ? [undefined, ...numbersAround(read)] : [undefined]
  const options = representatives(question, read)
  if (question.type === 'choice') return [undefined, ...options]
  return question.type === 'multi' ? [undefined, ...combinations(question, options)] : [undefined]
}

/** Below, at and above each bound. */
function numbersAround(leaves: readonly Leaf[]): Fact[] {
  const bounds = leaves.map(({ v }) => Number(v)).filter((bound) => !Number.isNaN(bound))
  return [...new Set(bounds.flatMap((bound) => [bound - 1, bound, bound + 1]))]
}

/** One option of each kind: two that every comparison treats alike are one. What is never kept is no answer here. */
function representatives({ options, neverKept }: Question, leaves: readonly Leaf[]): string[] {
  const kept = options.filter((option) => !neverKept.includes(option))
  const kinds = kept.map(
    (option) => [leaves.map(({ v }) => String([v].flat().includes(option))).join(), option] as const,
  )
  return [...new Map(kinds.reverse()).values()]
}

/** One, two or three options together, as its form lets them be ticked: no condition of ours asks for four. */
function combinations({ exclusive, max = 3 }: Question, options: readonly string[]): Fact[] {
  const most = Math.min(3, max)
  const grown = (sets: readonly string[][]): string[][] =>
    sets.flatMap((set) => options.slice(options.indexOf(set.at(-1) ?? '') + 1).map((option) => [...set, option]))
  const all: string[][] = []
  for (let sets: string[][] = [[]], size = 0; size < most; size++) all.push(...(sets = grown(sets)))
  return all.filter((set) => set.length === 1 || !set.some((option) => exclusive.includes(option)))
}
