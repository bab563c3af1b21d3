import { withDerived, type Profile } from '#kernel/profile.ts'
import { compile, questionsOf, type Condition, type Rule, type Truth } from '#kernel/rule.ts'
import type { Reference } from '../load.ts'
import type { Need, Question, Step } from '../schema.ts'
import { answersThatDiffer, leavesOf, questionBehind } from './answers.ts'

/** What must hold of one profile at once: each condition, and the values it may take. */
export type Wish = { condition: Condition | null; as: readonly Truth[] }
const mostTries = 200_000
const noClock = '2000-01-01' // no arrival or permit date stands in a profile here, so nothing is counted from today

/** Whether some answers a person can give make every wish true; where the search is too long, they are taken to exist. */
export function canBe(questions: readonly Question[], wishes: readonly Wish[]): boolean {
  const byId = new Map(questions.map((question) => [question.id, question]))
  const read = inAskingOrder(
    byId,
    wishes.flatMap(({ condition }) => questionsOf(condition)),
  )
  const conditions = [...wishes.map(({ condition }) => condition), ...read.map((id) => askIfOf(byId, id))]
  const leaves = conditions.flatMap(leavesOf)
  const asked = new Map(read.map((id) => [id, compile(askIfOf(byId, id))]))
  const wanted = wishes.map(({ condition, as }) => ({ rule: compile(condition), as }))
  let tries = 0
  const search = (place: number, profile: Profile): boolean => {
    if (tries++ > mostTries) return true
    const known = withDerived(profile, noClock)
    const id = read[place]
    if (id === undefined) return wanted.every(({ rule, as }) => as.includes(rule(known).truth))
    const answers = isAsked(asked.get(id), known) ? answersThatDiffer(id, byId.get(id), leaves) : [undefined]
    return answers.some((answer) => search(place + 1, answer === undefined ? profile : { ...profile, [id]: answer }))
  }
  return search(0, {})
}

function askIfOf(byId: ReadonlyMap<string, Question>, read: string): Condition | null {
  return byId.get(questionBehind(read))?.askIf ?? null
}

function isAsked(rule: Rule | undefined, profile: Profile): boolean {
  return rule?.(profile).truth === 'yes'
}

/** The questions read, each after those that its own asking reads. */
function inAskingOrder(byId: ReadonlyMap<string, Question>, ids: readonly string[]): string[] {
  const placed = new Set<string>()
  const place = (id: string, above: readonly string[]) => {
    if (placed.has(id) || above.includes(id)) return
    for (const before of questionsOf(askIfOf(byId, id))) place(before, [...above, id])
    placed.add(id)
  }
  for (const id of ids) place(id, [])
  return [...placed]
}

/** Questions that nobody is ever asked, whatever they say. */
export function unreachableQuestions({ questions }: Reference): string[] {
  return questions.filter(({ askIf }) => !canBe(questions, [{ condition: askIf, as: ['yes'] }])).map(({ id }) => id)
}

/** Needs that no answer raises; those of the compartment, raised by the person alone, are listed apart. */
export function unraisedNeeds({ questions, needs }: Reference) {
  const isRaisable = (need: Need) => need.trigger !== 'compartment' && canBe(questions, raising(need))
  const unraised = needs.filter((need) => !isRaisable(need))
  const ids = (all: readonly Need[]) => all.map(({ id }) => id)
  return {
    compartment: ids(unraised.filter(({ trigger }) => trigger === 'compartment')),
    unraised: ids(unraised.filter(({ trigger }) => trigger !== 'compartment')),
  }
}

/** What raises a need: its trigger a yes, and what would settle it not known to be one. */
export function raising({ trigger, unless }: Need): Wish[] {
  const raised: Wish = { condition: typeof trigger === 'string' ? null : trigger, as: ['yes'] }
  return unless === null ? [raised] : [raised, { condition: unless, as: ['no', 'unknown'] }]
}

/** Steps that no profile gets, with the reason; those that only a need of the compartment names are listed apart. */
export function ungivenSteps(reference: Reference) {
  const found = reference.steps.map((step) => ({ id: step.id, why: whyNot(reference, step) }))
  const compartment = found.filter(({ why }) => why === 'compartment').map(({ id }) => id)
  return {
    compartment,
    ungiven: found.flatMap(({ id, why }) => (why === null || why === 'compartment' ? [] : [`${id} (${why})`])),
  }
}

/** Programmes that no need names: no plan tells of them. */
export function unnamedPrograms({ needs, programs }: Reference): string[] {
  return programs.filter(({ id }) => !needs.some((need) => need.programs.includes(id))).map(({ id }) => id)
}

function whyNot({ questions, needs }: Reference, { id, who }: Step): string | null {
  const naming = needs.filter(({ steps }) => steps.includes(id))
  if (naming.length === 0) return 'no need names it'
  if (who.statuses.length === 0) return 'for no status'
  const open = naming.filter(({ trigger }) => trigger !== 'compartment')
  if (open.length === 0) return 'compartment'
  const admitted: Wish[] = [
    { condition: { q: 'status', op: 'in', v: who.statuses }, as: ['yes'] },
    { condition: who.condition, as: ['yes', 'unknown'] },
  ]
  const given = open.some((need) => canBe(questions, [...admitted, ...raising(need)]))
  return given ? null : 'its condition or its statuses contradict what raises its needs'
}
