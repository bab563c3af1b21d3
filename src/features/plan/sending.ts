import type { Context } from 'hono'
import type { ActorOf } from '#kernel/actor.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import { countUse, isWornOut, makeLink } from '#features/access/index.ts'
import { personById } from '#features/identity/index.ts'
import { writeMessage } from '#features/messaging/index.ts'
import type { Env } from '#platform/http/env.ts'

/** The way back to a plan, to its person's own address: it says nothing of what the plan holds. */
export async function sendPlanLink(
  c: Context<Env>,
  { personId, fileId }: ActorOf<'newcomer'>,
): Promise<Result<'sent', 'no-address' | 'too-many'>> {
  const { services, db, now, language } = c.var
  const person = await personById(db, personId)
  if (!person?.emailSealed) return refuse('no-address')
  const to = services.secrets.decrypt(person.emailSealed)
  if (await isWornOut(c, 'mail', to)) return refuse('too-many')
  countUse(c, 'mail', to)
  const link = await makeLink(
    services,
    db,
    { purpose: 'registration', fileId, emailSealed: person.emailSealed, language },
    now,
  )
  await writeMessage(services, db, { template: 'plan-link', to, language, values: { link }, fileId }, now)
  return accept('sent')
}
