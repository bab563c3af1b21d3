import type { Context } from 'hono'
import type { Id } from '#kernel/id.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import { dayOf, addWorkingDays, isWorkingDay, momentAt } from '#kernel/day.ts'
import { becomeActor, forgetCommand, startSession } from '#features/access/index.ts'
import { fileById, insertFile, saveLanguage, savePersonLanguage } from '#features/identity/index.ts'
import { insertTask } from '#features/task/index.ts'
import type { Env } from '#platform/http/env.ts'
import { parsePhone } from '#platform/text/phone.ts'
import type { Question } from '#platform/reference/schema.ts'
import { findPlace } from './domain/place.ts'
import { answerQuestion, keepAnswer, type Answering } from './answering.ts'
import { nextPageTells, readAnswer, withoutNeverKept, type AnswerRefusal, type Sent } from './domain/answer.ts'
import { gazetteerOf } from './knowledge.ts'

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
    questionSet: services.reference.currentSet,
    at: now,
    expiresAt: new Date(now.getTime() + draftDays * 86_400_000),
  })
  await startSession(c, 'draft', { fileId })
  return fileId
}

export type Given = { urgent: boolean }

/** Keeps one answer. What is never kept is shown its page, and the rest of the answer stays. */
export async function giveAnswer(
  c: Context<Env>,
  question: Question,
  sent: Sent,
): Promise<Result<Given, AnswerRefusal>> {
  const { kept, left, help } = withoutNeverKept(question, sent.values)
  if (left && kept.length === 0) {
    await skipQuestion(c, question)
    return accept({ urgent: help })
  }
  const find = (text: string) => findPlace(gazetteerOf(c.var.services.reference), text)
  const readable = readAnswer(question, { ...sent, values: kept }, find, dayOf(c.var.now))
  if (!readable.ok) return readable // before a file begins for an answer that cannot be kept
  if (nextPageTells(question)) await forgetCommand(c)
  const answered = await answerQuestion(await answering(c), question, { ...sent, values: kept })
  return answered.ok ? accept({ urgent: help }) : answered
}

/** The person's own answers: their file begins with the first. */
export async function answering(c: Context<Env>): Promise<Answering> {
  const fileId = await ensureFile(c)
  const { services, db, now, actor, memberId } = c.var
  return {
    services,
    db,
    fileId,
    memberId,
    at: now,
    by: { kind: 'person', label: null },
    registered: actor.kind === 'newcomer',
  }
}

/**
 * A skip is remembered as a skip, so that the next question comes, and blocks nothing. Of a question with answers that are never
 * kept, no record of the command stays: one that tells which page came next would tell a skip from such an answer.
 */
export async function skipQuestion(c: Context<Env>, question: Question): Promise<void> {
  if (question.neverKept.length > 0) await forgetCommand(c)
  await keepAnswer(await answering(c), question.id, null)
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
