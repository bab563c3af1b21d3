import { dayOf, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Profile } from '#kernel/profile.ts'
import { compile, type Rule } from '#kernel/rule.ts'
import { knowledgeOf, placeOf, type Knowledge } from '#features/assessment/index.ts'
import { directoryVersion } from '#features/directory/index.ts'
import { seekerOf, servicesFor, type ServiceFit } from '#features/matching/index.ts'
import { openTasksOfFile } from '#features/task/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import type { Reference } from '#platform/reference/load.ts'
import type { Secrets } from '#platform/secret/secret.ts'
import { buildPlan } from './domain/build.ts'
import type { Edits, Plan, Rules } from './domain/rules.ts'
import { changesOf, itemsOf, versionOf, type Change, type Item, type Responsible } from './store.ts'

const compiled = new WeakMap<Reference, Rules>()
const never: Rule = () => ({ truth: 'no', because: [], missing: [] })

/** The needs and steps with their conditions compiled: once per reference. */
export function rulesOf(reference: Reference): Rules {
  const known = compiled.get(reference)
  if (known) return known
  const made: Rules = {
    // a need of the compartment is raised by the person alone, never by an answer that is kept
    needs: reference.needs.flatMap(({ trigger, unless, ...need }) =>
      trigger === 'compartment'
        ? []
        : [
            {
              ...need,
              isRaised: compile(trigger === 'always' ? null : trigger),
              isSettled: unless === null ? never : compile(unless),
            },
          ],
    ),
    steps: new Map(
      reference.steps.map((step) => [
        step.id,
        {
          ...step,
          statuses: new Set(step.who.statuses),
          unclear: step.who.unclear,
          isFor: compile(step.who.condition),
          compartment: isOfCompartment(reference, step.id),
        },
      ]),
    ),
    statusCount: reference.statuses.length,
  }
  compiled.set(reference, made)
  return made
}

function isOfCompartment({ needs }: Reference, stepId: string): boolean {
  const its = needs.filter((need) => need.steps.includes(stepId))
  return its.length > 0 && its.every((need) => need.compartment)
}

/** A step written by hand. */
export type OwnStep = {
  id: string
  title: string
  day: Day | null
  responsible: Responsible
  state: Item['state']
  draft: boolean
  /** Added under a need of the compartment: in no print, feed or mail. */
  protected: boolean
  by: Item['changedBy']
}

export type PlanAlone = {
  plan: Plan
  own: readonly OwnStep[]
  items: ReadonlyMap<string, Item>
  knowledge: Knowledge
  version: { number: number; at: Date | null }
}
export type PlanView = PlanAlone & { services: Map<string, ServiceFit[]> }

/** A file's plan as of now, with what people changed in it and the services near for each of its needs. */
export async function planOf(
  services: Services,
  db: Db,
  fileId: Id,
  at: Date,
  language: string,
  memberId: Id | null = null,
): Promise<PlanView> {
  const [alone, directory] = await Promise.all([planAloneOf(services, db, fileId, at, memberId), directoryVersion(db)])
  const { reference } = services
  const served = reference.needs
    .filter((need) => need.services && alone.plan.needIds.includes(need.id))
    .map((need) => need.id)
  return {
    ...alone,
    services: await servicesFor(db, served, seekerFor(reference, alone.knowledge.profile, language), directory),
  }
}

/** The plan without who can help near: what is printed, put in a calendar, reminded of. */
export async function planAloneOf(
  services: Services,
  db: Db,
  fileId: Id,
  at: Date,
  memberId: Id | null = null,
): Promise<PlanAlone> {
  const [knowledge, items, version] = await Promise.all([
    knowledgeOf(services, db, fileId, at, memberId),
    itemsOf(db, fileId, memberId),
    versionOf(db, fileId, memberId),
  ])
  const { reference, secrets } = services
  const plan = buildPlan(rulesOf(reference), knowledge.profile, dayOf(at), editsOf(secrets, items))
  return {
    plan,
    own: ownSteps(secrets, items),
    items: new Map(items.map((item) => [item.itemId, item])),
    knowledge,
    version,
  }
}

/** A plan begins with the first question put to its person, or with what somebody adds to it. */
export function isBegun({ knowledge, items }: PlanAlone): boolean {
  return knowledge.begun || items.size > 0
}

/** Of these steps, what was changed; and the steps written by hand: all that whoever asks may see. */
export async function changedSteps(
  { secrets }: Services,
  db: Db,
  fileId: Id,
): Promise<{ states: ReadonlyMap<string, Item['state']>; own: readonly OwnStep[] }> {
  const items = await itemsOf(db, fileId)
  return { states: new Map(items.map((item) => [item.itemId, item.state])), own: ownSteps(secrets, items) }
}

/** The first meeting that the ministry owes, where it stands open. */
export async function promiseOf(db: Db, fileId: Id): Promise<{ stepId: string; day: Day } | undefined> {
  const task = (await openTasksOfFile(db, fileId)).find((each) => each.kind === 'first-meeting')
  return task ? { stepId: 'aq-meeting', day: dayOf(task.dueAt) } : undefined
}

function seekerFor(reference: Reference, profile: Profile, language: string) {
  return seekerOf(profile, placeOf(reference, profile), language)
}

export function editsOf(secrets: Secrets, items: readonly Item[]): Edits {
  const ids = (wanted: (item: Item) => boolean) =>
    new Set(items.filter((item) => !item.own && wanted(item)).map((item) => item.itemId))
  return {
    done: ids((item) => item.state === 'done'),
    put: ids((item) => item.state === 'put'),
    added: ids((item) => item.responsible !== null),
    letterDays: new Map(
      items.flatMap((item) =>
        item.letterDaySealed ? [[item.itemId, secrets.decrypt(item.letterDaySealed)] as const] : [],
      ),
    ),
  }
}

function ownSteps(secrets: Secrets, items: readonly Item[]): OwnStep[] {
  return items.flatMap((item) =>
    item.titleSealed
      ? [
          {
            id: item.itemId,
            title: secrets.decrypt(item.titleSealed),
            day: item.letterDaySealed ? secrets.decrypt(item.letterDaySealed) : null,
            responsible: item.responsible ?? 'me',
            state: item.state,
            draft: item.draft,
            protected: item.protected,
            by: item.changedBy,
          },
        ]
      : [],
  )
}

export type ChangeLine = Omit<Change, 'reasonSealed'> & { reason: string; ownTitle: string | null }

const mostLines = 50

/** The log of a plan, the newest first, its words opened. */
export async function historyOf(
  { secrets }: Services,
  db: Db,
  fileId: Id,
  memberId: Id | null = null,
): Promise<ChangeLine[]> {
  const [changes, items] = await Promise.all([
    changesOf(db, fileId, mostLines, memberId),
    itemsOf(db, fileId, memberId),
  ])
  const titles = new Map(ownSteps(secrets, items).map((step) => [step.id, step.title]))
  return changes.map(({ reasonSealed, ...change }) => ({
    ...change,
    reason: reasonSealed ? secrets.decrypt(reasonSealed) : '',
    ownTitle: titles.get(change.itemId) ?? null,
  }))
}
