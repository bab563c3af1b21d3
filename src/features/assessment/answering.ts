import { dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import { recordEvent } from '#features/audit/index.ts'
import { saveRegion } from '#features/identity/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import type { Question } from '#platform/reference/schema.ts'
import { findPlace } from './domain/place.ts'
import type { Fact } from '#kernel/profile.ts'
import { openAnswersOf, readAnswer, type AnswerRefusal, type OpenAnswer, type Sent } from './domain/answer.ts'
import { gazetteerOf } from './knowledge.ts'
import { answersOf, saveAnswer, saveConfirmed, type GivenBy } from './store.ts'

/** Whose answers, written down by whom. `registered` files have others who follow what they say. */
export type Answering = {
  services: Services
  db: Db
  fileId: Id
  /** The member of the household who answers; without, the person whose file it is. */
  memberId?: Id | null
  at: Date
  by: { kind: GivenBy; label: string | null }
  registered: boolean
}

/** Keeps an answer, sealed, with who gave it; what was answered before and is asked again is counted. */
export async function keepAnswer(
  answering: Answering,
  questionId: string,
  value: Fact | { open: OpenAnswer } | null,
): Promise<void> {
  const { services, db, fileId, memberId = null, at, by } = answering
  const answer = {
    questionId,
    valueSealed: value === null ? null : services.secrets.encrypt(JSON.stringify(value)),
    givenBy: by.kind,
    givenLabel: by.label,
    givenAt: at,
    confirmedAt: null,
    confirmedBy: null,
    confirmedLabel: null,
  }
  await saveAnswer(db, fileId, answer, memberId)
}

/** Reads and keeps one answer; the region follows the place, and who waits for the answer hears of it. */
export async function answerQuestion(
  answering: Answering,
  question: Question,
  sent: Sent,
): Promise<Result<'kept', AnswerRefusal>> {
  const { services, db, fileId, at } = answering
  const find = (text: string) => findPlace(gazetteerOf(services.reference), text)
  const answer = readAnswer(question, sent, find, dayOf(at))
  if (!answer.ok) return answer
  await countAskedTwice(answering, question)
  await keepAnswer(answering, question.id, answer.value)
  if (question.id === 'place' && typeof answer.value === 'string' && !answering.memberId)
    await saveRegion(db, fileId, find(answer.value)?.region ?? null)
  await hear(answering)
  return accept('kept')
}

/** "I don't know", "not yet", "I prefer to talk about it", for a question that has no such option of its own. */
export async function answerOpenly(
  answering: Answering,
  question: Question,
  answer: OpenAnswer,
): Promise<Result<'kept', 'unknown-option'>> {
  if (!openAnswersOf(question).includes(answer)) return refuse('unknown-option')
  await keepAnswer(answering, question.id, { open: answer })
  await hear(answering)
  return accept('kept')
}

/** "Still true": the answer stays as it is, with today's date and whoever said so. */
export function confirmAnswer({ db, fileId, memberId, at, by }: Answering, questionId: string): Promise<boolean> {
  return saveConfirmed(db, fileId, questionId, { by: by.kind, label: by.label, at }, memberId)
}

async function hear({ services, db, fileId, memberId, at, registered }: Answering): Promise<void> {
  if (registered && !memberId) await services.onAnswer(services, db, fileId, at)
}

/** What the auditor counts: a body asks again what somebody was told already (a correction by its giver is none). */
async function countAskedTwice({ db, fileId, memberId, at, by }: Answering, question: Question): Promise<void> {
  const earlier = (await answersOf(db, fileId, memberId)).find((each) => each.questionId === question.id)
  if (!earlier?.valueSealed || earlier.givenBy === by.kind) return
  await recordEvent(db, { at, kind: 'assessment.asked-twice', fileId, body: by.kind, subject: question.id })
}
