// People of the tests, brought in by the same doors as everyone.
import type { StaffRole } from '#kernel/actor.ts'
import { inviteStaff } from '../../src/main/staff.ts'
import { linkIn } from './mailbox.ts'
import { visitorOf, type Visitor } from './visitor.ts'
import type { World } from './world.ts'

type Answers = Record<string, string | string[] | undefined>

/** Answers the core questions one after the other; a question not named is skipped. */
export async function answerQuestions(visitor: Visitor, language: string, answers: Answers): Promise<void> {
  await visitor.open(`/${language}/assessment`)
  await visitor.open(`/${language}/assessment/urgent_now`)
  for (let guard = 0; guard < 30 && !visitor.page.path.endsWith('/plan'); guard++) {
    const question = visitor.page.path.split('/').at(-1) ?? ''
    if (visitor.page.path.endsWith('/help')) {
      await visitor.open(/href="([^"]+\/assessment\/[a-z_]+)"/.exec(visitor.page.html)?.[1] ?? `/${language}/plan`)
      continue
    }
    if (visitor.page.path.endsWith('/subjects')) {
      await visitor.open(`/${language}/plan`)
      continue
    }
    await visitor.send(`/${language}/assessment/${question}`, fieldsOf(answers[question]))
  }
}

/** How a page sends an answer: a date in three fields, nothing as a skip. */
function fieldsOf(told: Answers[string]): Record<string, string | string[]> {
  const date = typeof told === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(told) : null
  if (date)
    return {
      ...{ 'answer-year': date[1] ?? '', 'answer-month': date[2] ?? '', 'answer-day': date[3] ?? '' },
      action: 'answer',
    }
  return told === undefined ? { action: 'skip' } : { answer: told, action: 'answer' }
}

export const samira: Answers = {
  urgent_now: ['none'],
  prefer_language: 'ar',
  where: 'quebec',
  status: 'asylum_claimant',
  arrival_date: '2026-10-14',
  place: 'H2X',
  age_band: '25_54',
  household: ['spouse', 'children'],
  children_ages: ['5_11'],
  done_already: ['none'],
  top_goals: ['housing'],
  fr_oral: '1_2',
  job_status: 'no_looking',
  housing_now: 'friends',
  health_cover: 'ifhp',
  income_enough: 'no',
  device: ['own_phone'],
}

/** A newcomer with a plan, registered through the link in their mail. */
export async function aNewcomer(
  world: World,
  options: { language?: string; firstName?: string; email?: string; answers?: Answers } = {},
): Promise<Visitor> {
  const { language = 'ar', firstName = 'Samira', email = 'samira@personne.example.org', answers = samira } = options
  const visitor = visitorOf(world)
  await answerQuestions(visitor, language, answers)
  await visitor.send(`/${language}/registration`, { first_name: firstName, email })
  const link = await linkIn(world, 'registration')
  await visitor.open(link)
  await visitor.send(link)
  return visitor
}

/** Someone who lives with the visitor, with answers of their own; answers their id. */
export async function aMember(
  visitor: Visitor,
  options: { name: string; relation: 'spouse' | 'child' | 'parent' | 'other'; answers?: Answers; language?: string },
): Promise<string> {
  const { name, relation, answers = {}, language = 'fr' } = options
  await visitor.open(`/${language}/household`)
  await visitor.send(`/${language}/household`, { name, relation })
  const id = /\/household\/([0-9a-f-]{36})/.exec(visitor.page.path)?.[1] ?? ''
  for (const [question, told] of Object.entries(answers)) {
    const door = `/${language}/household/${id}/assessment/${question}`
    await visitor.open(door)
    await visitor.send(door, fieldsOf(told))
  }
  return id
}

/** An agent signed in by the link of an invitation. */
export async function anAgent(
  world: World,
  options: { email?: string; name?: string; regions?: string[]; role?: StaffRole } = {},
): Promise<Visitor> {
  const {
    email = 'camille@ministere.example.org',
    name = 'Camille Tremblay',
    regions = ['06'],
    role = 'agent',
  } = options
  const link = new URL(await inviteStaff(world.services, { email, name, role, regions }, false)).pathname
  const visitor = visitorOf(world)
  await visitor.open(link)
  await visitor.send(link)
  return visitor
}

/** The first service offered on the agent's page whose organization has a confirmed contact, or has none. */
export async function offeredService(world: World, html: string, withContact: boolean): Promise<string> {
  const offered = [...html.matchAll(/name="service" value="([0-9a-f-]{36})"/g)].map((found) => found[1] ?? '')
  const rows = await world.owner
    .selectFrom('service')
    .leftJoin('organization_contact as contact', 'contact.organization_id', 'service.organization_id')
    .select(['service.id', 'contact.confirmed_on'])
    .where('service.id', 'in', offered)
    .execute()
  const wanted = offered.find((id) => rows.some((row) => row.id === id && (row.confirmed_on !== null) === withContact))
  if (!wanted) throw new Error('No such service is offered.')
  return wanted
}
