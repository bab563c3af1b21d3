import { z } from 'zod'
import { compile } from '#kernel/rule.ts'
import type { Profile, Fact } from '#kernel/profile.ts'
import { withDerived } from '#kernel/profile.ts'
import type { Id } from '#kernel/id.ts'
import { dayOf } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import type { Reference } from '#platform/reference/load.ts'
import type { Question } from '#platform/reference/schema.ts'
import { findPlace, plain, type Gazetteer } from './domain/place.ts'
import type { CompiledQuestion } from './domain/flow.ts'
import { answersOf, saveAnswer, type StoredAnswer } from './store.ts'

const fact = z.union([z.string(), z.number(), z.array(z.string())])
const compiled = new WeakMap<Reference, CompiledQuestion<Question>[]>()
const gazetteers = new WeakMap<Reference, Gazetteer>()

/** The questions with their conditions compiled: once per reference. */
export function questionsOf(reference: Reference): CompiledQuestion<Question>[] {
  const known =
    compiled.get(reference) ?? reference.questions.map((question) => ({ question, isAsked: compile(question.askIf) }))
  compiled.set(reference, known)
  return known
}

/** Where a person's place lies, or nothing when it was not said. */
export function placeOf(reference: Reference, profile: Profile) {
  const label = profile['place']
  return typeof label === 'string' ? findPlace(gazetteerOf(reference), label) : undefined
}

export function gazetteerOf(reference: Reference): Gazetteer {
  const made = gazetteers.get(reference) ?? {
    byFsa: reference.fsas,
    byName: new Map(
      [
        ...reference.places,
        ...reference.regions.flatMap((region) => region.cities.map((city) => ({ ...city, region: region.code }))),
      ].map((place) => [plain(place.name), place]),
    ),
  }
  gazetteers.set(reference, made)
  return made
}

/** Everything a file says, opened: the facts for the rules, and which questions were seen. */
export type Knowledge = { profile: Profile; seen: ReadonlySet<string>; answers: readonly StoredAnswer[] }

export async function knowledgeOf(services: Services, db: Db, fileId: Id, at: Date): Promise<Knowledge> {
  return open(services, await answersOf(db, fileId), at)
}

export function open({ secrets }: Services, answers: readonly StoredAnswer[], at: Date): Knowledge {
  const facts: Record<string, Fact> = {}
  for (const { questionId, valueSealed } of answers)
    if (valueSealed) facts[questionId] = fact.parse(JSON.parse(secrets.decrypt(valueSealed)))
  return { profile: withDerived(facts, dayOf(at)), seen: new Set(answers.map((answer) => answer.questionId)), answers }
}

/** Keeps an answer as given by the person: sealed, with its place's region for the caller to note. */
export async function keepAnswer(
  { secrets }: Services,
  db: Db,
  fileId: Id,
  questionId: string,
  value: Fact,
  at: Date,
): Promise<void> {
  await saveAnswer(db, fileId, {
    questionId,
    valueSealed: secrets.encrypt(JSON.stringify(value)),
    givenBy: 'person',
    givenAt: at,
  })
}
