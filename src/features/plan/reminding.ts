import { addDays, dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { makeLink } from '#features/access/index.ts'
import { knowledgeOf } from '#features/assessment/index.ts'
import type { RegisteredFile } from '#features/identity/index.ts'
import { writeMessage } from '#features/messaging/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { checkInDue, remindersDue, type Reminder } from './domain/reminders.ts'
import { openSteps, withoutProtected } from './domain/rules.ts'
import { planAloneOf } from './queries.ts'
import { claimReminder, hasStopped } from './reminder-store.ts'

/** Writes what is due today for one registered person, each once; answers how many mails. */
export async function remind(services: Services, db: Db, file: RegisteredFile, at: Date): Promise<number> {
  if (await hasStopped(db, file.fileId)) return 0
  const today = dayOf(at)
  const registeredOn = dayOf(file.registeredAt)
  const day = checkInDue(registeredOn, today)
  const asked =
    day !== undefined && (await writeCheckIn(services, db, file, { day, dueOn: addDays(registeredOn, day) }, at))
  const { profile } = await knowledgeOf(services, db, file.fileId, at)
  const due = remindersDue(profile, registeredOn, today)
  const wanted = due.length > 0 ? await stillOpen(services, db, file.fileId, due, at) : []
  let count = asked ? 1 : 0
  for (const reminder of wanted) if (await writeReminder(services, db, file, reminder, at)) count += 1
  return count
}

/** Only what stands open in this person's plan, and never what is protected. */
async function stillOpen(
  services: Services,
  db: Db,
  fileId: Id,
  due: readonly Reminder[],
  at: Date,
): Promise<Reminder[]> {
  const { plan } = await planAloneOf(services, db, fileId, at)
  const open = new Set(openSteps(withoutProtected(plan)).map((step) => step.id))
  return due.filter(({ stepId }) => stepId === null || open.has(stepId))
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

async function writeReminder(
  services: Services,
  db: Db,
  file: RegisteredFile,
  { kind, topic, dueOn }: Reminder,
  at: Date,
): Promise<boolean> {
  const { fileId, language } = file
  if (!(await claimReminder(db, { fileId, kind, dueOn, at }))) return false
  const link = `${services.config.publicUrl}/${language}/plan`
  await write(services, db, file, 'reminder', { link, topic, day: dueOn }, at)
  return true
}

type Values = { link: string; topic?: string; day?: string }

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
