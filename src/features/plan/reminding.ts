import { addDays, dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { makeLink } from '#features/access/index.ts'
import { knowledgeOf } from '#features/assessment/index.ts'
import { membersOf, type Member, type RegisteredFile } from '#features/identity/index.ts'
import { writeMessage } from '#features/messaging/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { checkInDue, remindersDue, type Reminder } from './domain/reminders.ts'
import { openSteps, withoutProtected } from './domain/rules.ts'
import { planAloneOf } from './queries.ts'
import { claimReminder, hasStopped } from './reminder-store.ts'

/** Writes what is due today for one registered person and their household, each once; answers how many mails. */
export async function remind(services: Services, db: Db, file: RegisteredFile, at: Date): Promise<number> {
  if (await hasStopped(db, file.fileId)) return 0
  const today = dayOf(at)
  const registeredOn = dayOf(file.registeredAt)
  const day = checkInDue(registeredOn, today)
  const asked =
    day !== undefined && (await writeCheckIn(services, db, file, { day, dueOn: addDays(registeredOn, day) }, at))
  const household = [null, ...(await membersOf(db, file.fileId))]
  const due: Due[] = []
  for (const member of household) due.push(...(await claimedOf(services, db, file, member, at)))
  // one mail for one date, however many of the household it is for
  const mails = [...Map.groupBy(due, ({ reminder: { kind, dueOn } }) => `${kind} ${dueOn}`).values()]
  for (const mail of mails) await writeReminder(services, db, file, mail, at)
  return mails.length + (asked ? 1 : 0)
}

/** A reminder, and the member of the household whose plan holds it; null is the person whose file it is. */
type Due = { reminder: Reminder; member: Member | null }

/** What is due to one of the household, and was not sent yet. */
async function claimedOf(
  services: Services,
  db: Db,
  { fileId, registeredAt }: RegisteredFile,
  member: Member | null,
  at: Date,
): Promise<Due[]> {
  const { profile } = await knowledgeOf(services, db, fileId, at, member?.id)
  const known = dayOf(member && member.createdAt > registeredAt ? member.createdAt : registeredAt)
  const due = remindersDue(profile, known, dayOf(at))
  const wanted = due.length > 0 ? await stillOpen(services, db, { fileId, member }, due, at) : []
  const claimed: Due[] = []
  for (const reminder of wanted) {
    const { kind, dueOn } = reminder
    if (await claimReminder(db, { fileId, memberId: member?.id ?? null, kind, dueOn, at }))
      claimed.push({ reminder, member })
  }
  return claimed
}

/** Only what stands open in the plan, never what is protected; what no step says is told to the person alone. */
async function stillOpen(
  services: Services,
  db: Db,
  { fileId, member }: { fileId: Id; member: Member | null },
  due: readonly Reminder[],
  at: Date,
): Promise<Reminder[]> {
  const { plan } = await planAloneOf(services, db, fileId, at, member?.id)
  const open = new Set(openSteps(withoutProtected(plan)).map((step) => step.id))
  return due.filter(({ stepId }) => (stepId === null ? member === null : open.has(stepId)))
}

async function writeCheckIn(
  services: Services,
  db: Db,
  file: RegisteredFile,
  { day, dueOn }: { day: number; dueOn: string },
  at: Date,
): Promise<boolean> {
  const { fileId, language } = file
  if (!(await claimReminder(db, { fileId, kind: `check-in-${day}`, dueOn, at }))) return false
  const link = await makeLink(services, db, { purpose: 'check-in', fileId, language }, at)
  await write(services, db, file, 'check-in', { link }, at)
  return true
}

/** To the person alone, and for whom only in general words: a mail carries no other name. */
async function writeReminder(
  services: Services,
  db: Db,
  file: RegisteredFile,
  mail: readonly Due[],
  at: Date,
): Promise<void> {
  const [first] = mail
  if (!first) return
  const { topic, dueOn } = first.reminder
  const forOthers = mail.some(({ member }) => member !== null)
  const link = `${services.config.publicUrl}/${file.language}/${forOthers ? 'household' : 'plan'}`
  const whom = mail.map(({ member }) => member?.relation ?? 'you').join(' ')
  await write(services, db, file, 'reminder', { link, topic, day: dueOn, ...(forOthers ? { whom } : {}) }, at)
}

type Values = { link: string; topic?: string; day?: string; whom?: string }

/** With the way to stop such mails in each of them. */
async function write(
  services: Services,
  db: Db,
  { fileId, language, firstName, emailSealed }: RegisteredFile,
  template: 'check-in' | 'reminder',
  values: Values,
  at: Date,
): Promise<void> {
  const otherLink = await makeLink(services, db, { purpose: 'unsubscribe', fileId, language }, at)
  const to = services.secrets.decrypt(emailSealed)
  await writeMessage(
    services,
    db,
    { template, to, language, values: { ...values, name: firstName, otherLink }, fileId },
    at,
  )
}
