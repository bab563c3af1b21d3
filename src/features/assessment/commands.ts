import type { Context } from 'hono'
import type { Id } from '#kernel/id.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import { dayOf, addWorkingDays, isWorkingDay, momentAt } from '#kernel/day.ts'
import { becomeActor, forgetCommand, startSession } from '#features/access/index.ts'
import { fileById, insertFile, saveLanguage, savePersonLanguage, saveRegion } from '#features/identity/index.ts'
import { insertTask } from '#features/task/index.ts'
import type { Env } from '#platform/http/env.ts'
import { parsePhone } from '#platform/text/phone.ts'
import type { Question } from '#platform/reference/schema.ts'
import { findPlace } from './domain/place.ts'
import { readAnswer, withoutDanger, type AnswerRefusal, type Sent } from './domain/answer.ts'
import { gazetteerOf, keepAnswer } from './knowledge.ts'
import { saveAnswer } from './store.ts'

/** The version of the notice shown before the first answer; a change of its words changes it. */
export const noticeVersion = '2026-11'
const draftDays = 30

/** The file of whoever asks; it begins, with its session, at the first answer. */
export async function ensureFile(c: Context<Env>): Promise<Id> {
  const { actor, db, now, services, language } = c.var
  if (actor.kind === 'draft' || actor.kind === 'newcomer') {
    await followLanguage(c)
    return actor.fileId
  }
  const fileId = services.newId()
  await becomeActor(c, { kind: 'draft', fileId })
  await insertFile(db, {
    id: fileId,
    language,
    noticeVersion,
    at: now,
    expiresAt: new Date(now.getTime() + draftDays * 86_400_000),
  })
  await startSession(c, 'draft', { fileId })
  return fileId
}

export type Given = { urgent: boolean }

/** Keeps one answer. `danger` is never kept: its page is shown, and the rest of the answer stays. */
export async function giveAnswer(
  c: Context<Env>,
  question: Question,
  sent: Sent,
): Promise<Result<Given, AnswerRefusal>> {
  const { kept, danger } = withoutDanger(sent.values)
  const { reference } = c.var.services
  if (danger && kept.length === 0) {
    await skipQuestion(c, question)
    return accept({ urgent: true })
  }
  const find = (text: string) => findPlace(gazetteerOf(reference), text)
  const answer = readAnswer(question, { ...sent, values: kept }, find, dayOf(c.var.now))
  if (!answer.ok) return answer
  const fileId = await ensureFile(c)
  await keepAnswer(c.var.services, c.var.db, fileId, question.id, answer.value, c.var.now)
  if (c.var.actor.kind === 'newcomer') await c.var.services.onAnswer(c.var.services, c.var.db, fileId, c.var.now)
  if (question.id === 'place' && typeof answer.value === 'string')
    await saveRegion(c.var.db, fileId, find(answer.value)?.region ?? null)
  const urgent = question.id === 'urgent_now' && !kept.includes('none')
  return accept({ urgent: urgent || danger })
}

/**
 * A skip is remembered as a skip, so that the next question comes, and blocks nothing. Of the first question's, no record of
 * the command stays: one that tells which page came next would tell a skip from an answer that is never kept.
 */
export async function skipQuestion(c: Context<Env>, question: Question): Promise<void> {
  if (question.id === 'urgent_now') await forgetCommand(c)
  const fileId = await ensureFile(c)
  await saveAnswer(c.var.db, fileId, {
    questionId: question.id,
    valueSealed: null,
    givenBy: 'person',
    givenAt: c.var.now,
  })
}

/** The language of the pages becomes that of the letters. */
export async function followLanguage(c: Context<Env>): Promise<void> {
  const { actor, db, language } = c.var
  if (actor.kind === 'draft' || actor.kind === 'newcomer') await saveLanguage(db, actor.fileId, language)
  if (actor.kind === 'newcomer') await savePersonLanguage(db, actor.personId, language)
}

export type CallRequest = { number: string; hours: string; language: string }

const openingHour = '08:30'
const closingHour = '16:30'

/** Someone asked to be called: only this makes a task. Due in 30 minutes of opening hours. */
export async function requestCall(
  c: Context<Env>,
  request: CallRequest,
): Promise<Result<{ dueAt: Date }, 'not-a-number' | 'no-file'>> {
  const number = parsePhone(request.number)
  if (!number) return refuse('not-a-number')
  const { db, now, services } = c.var
  const fileId = await ensureFile(c)
  const file = await fileById(db, fileId)
  if (!file) return refuse('no-file')
  const dueAt = halfAnHourOfOpening(now, services.reference.holidays)
  await insertTask(db, {
    id: services.newId(),
    kind: 'call-back',
    fileId,
    region: file.region,
    language: request.language,
    reason: 'call-asked',
    detailsSealed: services.secrets.encrypt(JSON.stringify({ number, hours: request.hours.slice(0, 200) })),
    dueAt,
    createdAt: now,
  })
  return accept({ dueAt })
}

/** After thirty minutes of opening hours: what today's closing cuts off goes on when the office opens next. */
export function halfAnHourOfOpening(now: Date, holidays: ReadonlySet<string>): Date {
  const halfAnHour = 30 * 60_000
  const today = dayOf(now)
  const begins = Math.max(now.getTime(), momentAt(today, openingHour).getTime())
  const left = isWorkingDay(today, holidays) ? Math.max(0, momentAt(today, closingHour).getTime() - begins) : 0
  if (left >= halfAnHour) return new Date(begins + halfAnHour)
  return new Date(momentAt(addWorkingDays(today, 1, holidays), openingHour).getTime() + halfAnHour - left)
}
