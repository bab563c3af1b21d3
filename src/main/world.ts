import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addDays, dayOf, momentAt } from '#kernel/day.ts'
import { root } from '#platform/config/root.ts'
import { inTransaction } from '#platform/db/actor.ts'
import type { Services } from '#platform/http/env.ts'
import { startClock } from '#features/appointment/index.ts'
import { keepAnswer, noticeVersion, placeOf } from '#features/assessment/index.ts'
import { filesToWriteTo, givePerson, insertFile, insertPerson, saveRegion } from '#features/identity/index.ts'
import { inviteStaff } from './staff.ts'

const value = z.union([z.string(), z.array(z.string()), z.object({ daysAgo: z.number().int() })])
const shape = z.object({
  agents: z.array(
    z.object({ email: z.email(), name: z.string(), role: z.enum(['agent', 'lead']), regions: z.array(z.string()) }),
  ),
  newcomers: z.array(
    z.object({
      firstName: z.string(),
      email: z.email(),
      language: z.string(),
      registeredDaysAgo: z.number().int(),
      answers: z.record(z.string(), value),
    }),
  ),
})
type Invented = z.infer<typeof shape>['newcomers'][number]

/** The demo's invented people, each made once, by the same doors as real ones; answers the sign-ins to print. */
export async function inventWorld(services: Services): Promise<{ name: string; link: string }[]> {
  const world = shape.parse(JSON.parse(readFileSync(join(root, 'seeds/invented/people.json'), 'utf8')))
  for (const newcomer of world.newcomers) await invent(services, newcomer)
  const signIns: { name: string; link: string }[] = []
  for (const agent of world.agents) signIns.push({ name: agent.name, link: await inviteStaff(services, agent, false) })
  return signIns
}

async function invent(services: Services, newcomer: Invented): Promise<void> {
  const emailHash = services.secrets.hash('email', newcomer.email)
  const fileId = services.newId()
  const today = dayOf(services.now())
  const at = momentAt(addDays(today, -newcomer.registeredDaysAgo), '10:00')
  const personId = services.newId()
  await inTransaction(services.pool, { kind: 'draft', fileId, personId }, async (db) => {
    if ((await filesToWriteTo(db, emailHash)).length > 0) return
    await insertFile(db, {
      id: fileId,
      language: newcomer.language,
      noticeVersion,
      questionSet: services.reference.currentSet,
      at,
      expiresAt: at,
    })
    const facts = Object.entries(newcomer.answers).map(([question, told]): [string, string | string[]] => [
      question,
      typeof told === 'string' || Array.isArray(told) ? told : addDays(today, -told.daysAgo),
    ])
    const answering = { services, db, fileId, at, by: { kind: 'person' as const, label: null }, registered: false }
    for (const [question, told] of facts) await keepAnswer(answering, question, told)
    const region = placeOf(services.reference, Object.fromEntries(facts))?.region ?? null
    await saveRegion(db, fileId, region)
    await insertPerson(db, {
      id: personId,
      firstName: newcomer.firstName,
      emailSealed: services.secrets.encrypt(newcomer.email),
      emailHash,
      language: newcomer.language,
      at,
    })
    await givePerson(db, fileId, personId, at)
    const arrival = Object.fromEntries(facts)['arrival_date']
    await startClock(
      services,
      db,
      {
        fileId,
        region,
        language: newcomer.language,
        arrival: typeof arrival === 'string' ? arrival : undefined,
        abroad: newcomer.answers['where'] === 'abroad',
        urgent: false,
      },
      at,
    )
  })
}
