import { dayOf, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Profile } from '#kernel/profile.ts'
import { compile, type Rule } from '#kernel/rule.ts'
import { knowledgeOf, placeOf, type Knowledge } from '#features/assessment/index.ts'
import { directoryVersion } from '#features/directory/index.ts'
import { seekerOf, servicesFor, type ServiceFit } from '#features/matching/index.ts'
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
        },
      ]),
    ),
    statusCount: reference.statuses.length,
  }
  compiled.set(reference, made)
  return made
}

/** A step written by hand. */
export type OwnStep = {
  id: string
  title: string
  day: Day | null
  responsible: Responsible
  state: Item['state']
  draft: boolean
  by: Item['changedBy']
}

export type PlanView = {
  plan: Plan
  own: readonly OwnStep[]
  items: ReadonlyMap<string, Item>
  knowledge: Knowledge
  services: Map<string, ServiceFit[]>
  version: { number: number; at: Date | null }
}

/** A file's plan as of now, with what people changed in it and the services near for each of its needs. */
export async function planOf(
  services: Services,
  db: Db,
  fileId: Id,
  at: Date,
  language: string,
  memberId: Id | null = null,
): Promise<PlanView> {
  const [knowledge, items, version, directory] = await Promise.all([
    knowledgeOf(services, db, fileId, at, memberId),
    itemsOf(db, fileId, memberId),
    versionOf(db, fileId, memberId),
    directoryVersion(db),
  ])
  const { reference, secrets } = services
  const plan = buildPlan(rulesOf(reference), knowledge.profile, dayOf(at), editsOf(secrets, items))
  const served = reference.needs
    .filter((need) => need.services && plan.needIds.includes(need.id))
    .map((need) => need.id)
  return {
    plan,
    own: ownSteps(secrets, items),
    items: new Map(items.map((item) => [item.itemId, item])),
    knowledge,
    services: await servicesFor(db, served, seekerFor(reference, knowledge.profile, language), directory),
    version,
  }
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
            by: item.changedBy,
          },
        ]
      : [],
  )
}

export type ChangeLine = Omit<Change, 'reasonSealed'> & { reason: string; ownTitle: string | null }

/** The log of a plan, the newest first, its words opened. */
export async function historyOf({ secrets }: Services, db: Db, fileId: Id, limit = 50): Promise<ChangeLine[]> {
  const [changes, items] = await Promise.all([changesOf(db, fileId, limit), itemsOf(db, fileId)])
  const titles = new Map(ownSteps(secrets, items).map((step) => [step.id, step.title]))
  return changes.map(({ reasonSealed, ...change }) => ({
    ...change,
    reason: reasonSealed ? secrets.decrypt(reasonSealed) : '',
    ownTitle: titles.get(change.itemId) ?? null,
  }))
}
