import { addDays, type Day } from '#kernel/day.ts'
import type { Reference } from '#platform/reference/load.ts'
import type { Need, Program, Question, Step } from '#platform/reference/schema.ts'
import { mutantsOf, negated, never, type Mutant } from './mutant.ts'

/** Every single change of a rule that a slip of the hand could make. */
export function allMutants(reference: Reference): Mutant[] {
  const { questions, needs, steps, programs, statuses } = reference
  return [
    // without its kept versions, the reference asks the questions that stand in it
    ...mutantsOf('question', questions, questionChanges, (changed) => ({
      ...reference,
      questions: changed,
      questionSets: new Map(),
    })),
    ...mutantsOf('need', needs, needChanges, (changed) => ({ ...reference, needs: changed })),
    ...mutantsOf(
      'step',
      steps,
      (step) => stepChanges(step, statuses),
      (changed) => ({ ...reference, steps: changed }),
    ),
    ...mutantsOf('program', programs, programChanges, (changed) => ({ ...reference, programs: changed })),
  ]
}

function questionChanges({ askIf }: Question) {
  return { 'asked the other way': { askIf: negated(askIf) } }
}

function needChanges({ trigger, unless }: Need) {
  return {
    'trigger dropped': trigger !== 'always' && { trigger: 'always' as const },
    'trigger negated': trigger !== 'compartment' && { trigger: trigger === 'always' ? never : negated(trigger) },
    'unless dropped': unless !== null && { unless: null },
  }
}

function stepChanges(step: Step, statuses: readonly string[]) {
  const { who, when, priority, prerequisites } = step
  const others = statuses.filter((status) => !who.statuses.includes(status))
  const forStatuses = (list: readonly string[]) => ({ who: { ...who, statuses: [...list] } })
  const added = (status: string | undefined) => status !== undefined && forStatuses([...who.statuses, status])
  return {
    'condition dropped': who.condition !== null && { who: { ...who, condition: null } },
    'condition negated': { who: { ...who, condition: negated(who.condition) } },
    'first status removed': forStatuses(who.statuses.slice(1)),
    'last status removed': who.statuses.length > 1 && forStatuses(who.statuses.slice(0, -1)),
    'first other status added': added(others[0]),
    'last other status added': others.length > 1 && added(others.at(-1)),
    ...shiftsOf(step),
    'other anchor': { when: { ...when, anchor: when.anchor === 'arrival' ? ('job' as const) : ('arrival' as const) } },
    'other priority': { priority: priority === 'normal' ? ('high' as const) : ('normal' as const) },
    ...Object.fromEntries(
      prerequisites.map((id) => [
        `no longer after ${id}`,
        { prerequisites: prerequisites.filter((each) => each !== id) },
      ]),
    ),
  }
}

const month = 30
/** Days are counted from these alone; with another anchor a step is for now, or waits, whatever its days say. */
const countable = ['arrival', 'permit_expiry', 'pr', 'tax_year']

/** The window moved at each end by a month, which is past the limit of one of the plan's own; the loader refuses an end before its beginning. */
function shiftsOf({ when, ownNotice }: Step): Record<string, Partial<Step> | false> {
  const { anchor, fromDay, toDay } = when
  if (ownNotice || !countable.includes(anchor)) return {}
  const fits = (from: number, to: number | null) => to === null || from <= to
  return {
    'from earlier': { when: { ...when, fromDay: fromDay - month } },
    'from later': fits(fromDay + month, toDay) && { when: { ...when, fromDay: fromDay + month } },
    'to earlier': toDay !== null && fits(fromDay, toDay - month) && { when: { ...when, toDay: toDay - month } },
    'to later': toDay !== null && { when: { ...when, toDay: toDay + month } },
  }
}

const lists = ['allowed', 'excluded', 'unclear'] as const
const after = { allowed: 'excluded', excluded: 'unclear', unclear: 'allowed' } as const

function programChanges(program: Program) {
  const { condition, from, until, prose } = program
  return {
    'condition dropped': condition !== null && { condition: null },
    'condition negated': { condition: negated(condition) },
    'begins later': from !== null && { from: yearsAfter(from) },
    'ends later': until !== null && { until: yearsAfter(until) },
    'prose flipped': { prose: !prose },
    ...Object.fromEntries(lists.flatMap((list) => movesFrom(program, list))),
  }
}

/** Three years, the same day: past today whatever the rule began or ended with. */
function yearsAfter(day: Day): Day {
  return addDays(day, 3 * 365)
}

/** The status at each end of a list, said to stand in another. */
function movesFrom(program: Program, list: (typeof lists)[number]): [string, Partial<Program>][] {
  const ends = new Set([program[list][0], program[list].at(-1)])
  return [...ends].flatMap((status): [string, Partial<Program>][] => {
    if (status === undefined) return []
    const to = after[list]
    const part = { [list]: program[list].filter((each) => each !== status), [to]: [...program[to], status] }
    return [[`${status} moved from ${list} to ${to}`, part]]
  })
}
