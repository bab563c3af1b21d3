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
import { openAnswers, type OpenAnswer } from './domain/answer.ts'
import { findPlace, plain, type Gazetteer } from './domain/place.ts'
import { askedQuestions, type CompiledQuestion } from './domain/flow.ts'
import { answersOf, type StoredAnswer } from './store.ts'

/** What a sealed answer holds: a fact, or that it was answered without one. */
const kept = z.union([z.string(), z.number(), z.array(z.string()), z.strictObject({ open: z.enum(openAnswers) })])

const compiled = new WeakMap<Reference, Map<string, CompiledQuestion<Question>[]>>()
const gazetteers = new WeakMap<Reference, Gazetteer>()

/** The questions of one version, their conditions compiled: once per reference. A version that is gone is the current one. */
export function questionsOf(reference: Reference, version = reference.currentSet): CompiledQuestion<Question>[] {
  const all = compiled.get(reference) ?? new Map<string, CompiledQuestion<Question>[]>()
  compiled.set(reference, all)
  const set = reference.questionSets.get(version)?.questions ?? reference.questions
  const known = all.get(version) ?? set.map((question) => ({ question, isAsked: compile(question.askIf) }))
  all.set(version, known)
  return known
}

/** The questions of one version that are asked of the person, or of one member, in order. */
export function askedOf(
  reference: Reference,
  version: string | undefined,
  { profile }: Pick<Knowledge, 'profile'>,
  memberId: Id | null,
): Question[] {
  const asked = askedQuestions(questionsOf(reference, version), profile)
  // what is said once for the household, or belongs to whoever holds the file, is not asked of each member
  return memberId === null ? asked : asked.filter((each) => each.scope === 'person')
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

/** Places by their name or postal area, and the one nearest to a point. */
export function placesOf(reference: Reference) {
  const gazetteer = gazetteerOf(reference)
  return {
    findPlace: (text: string) => findPlace(gazetteer, text),
    nearest: (lat: number, lon: number) => {
      const [town] = nearestTo(reference.places, lat, lon)
      return town && { label: town.name, ...town }
    },
  }
}

/** Enough for the nearest of some hundred towns: degrees of longitude are narrower here. */
function nearestTo(places: Reference['places'], lat: number, lon: number) {
  const away = (place: { lat: number; lon: number }) => (place.lat - lat) ** 2 + ((place.lon - lon) * 0.68) ** 2
  return [...places].sort((a, b) => away(a) - away(b))
}

/** Everything a file says, opened: the facts for the rules, what was answered without one, and which questions were seen. */
export type Knowledge = {
  profile: Profile
  open: ReadonlyMap<string, OpenAnswer>
  /** Whether a question was put to them: of a member, one of their own. */
  begun: boolean
  seen: ReadonlySet<string>
  answers: readonly StoredAnswer[]
}

/** What a file knows of its person, or of one member: what is said once for the household holds for each of them. */
export async function knowledgeOf(
  services: Services,
  db: Db,
  fileId: Id,
  at: Date,
  memberId: Id | null = null,
): Promise<Knowledge> {
  const own = await answersOf(db, fileId, memberId)
  if (memberId === null) return open(services, own, at)
  const shared = new Set(
    services.reference.questions.filter((each) => each.scope === 'household').map((each) => each.id),
  )
  const household = (await answersOf(db, fileId)).filter((answer) => shared.has(answer.questionId))
  return { ...open(services, [...household, ...own], at), begun: own.length > 0 }
}

export function open({ secrets }: Services, answers: readonly StoredAnswer[], at: Date): Knowledge {
  const facts: Record<string, Fact> = {}
  const without = new Map<string, OpenAnswer>()
  for (const { questionId, valueSealed } of answers) {
    if (!valueSealed) continue
    const value = kept.parse(JSON.parse(secrets.decrypt(valueSealed)))
    if (typeof value === 'object' && 'open' in value) without.set(questionId, value.open)
    else facts[questionId] = value
  }
  return {
    profile: withDerived(facts, dayOf(at)),
    open: without,
    begun: answers.length > 0,
    seen: new Set(answers.map((answer) => answer.questionId)),
    answers,
  }
}
