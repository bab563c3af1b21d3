import type { Context } from 'hono'
import type { StaffRole } from '#kernel/actor.ts'
import { inTransaction } from '#platform/db/actor.ts'
import type { Env, Services } from '#platform/http/env.ts'
import { endStaff, insertStaff, makeLink, saveStaff, staffByEmail, staffIdToWriteTo } from '#features/access/index.ts'
import { writeMessage } from '#features/messaging/index.ts'
import { normalEmail } from '#features/registration/index.ts'

/** Writes a one-time link to a known work address; nothing for another, and nobody is told which. */
export async function writeStaffSignIn(c: Context<Env>, typed: string): Promise<void> {
  const { services, db, now } = c.var
  const email = normalEmail(typed)
  const staffId = await staffIdToWriteTo(db, services.secrets.hash('email', email))
  if (!staffId) return
  const link = await makeLink(services, db, { purpose: 'staff', staffId, language: 'fr' }, now)
  await writeMessage(services, db, { template: 'staff-sign-in', to: email, language: 'fr', values: { link } }, now)
}

export type StaffInvitation = { email: string; name: string; role: StaffRole; regions: string[] }

/** Makes an agent, or finds the one with that address, and mails a one-time link; answers the link for a demo to print. */
export async function inviteStaff(services: Services, invitation: StaffInvitation, mail: boolean): Promise<string> {
  const at = services.now()
  const email = normalEmail(invitation.email)
  return inTransaction(services.pool, { kind: 'operator' }, async (db) => {
    const emailHash = services.secrets.hash('email', email)
    const known = await staffByEmail(db, emailHash)
    const staffId = known?.id ?? services.newId()
    if (!known) {
      await insertStaff(db, {
        id: staffId,
        kind: 'agent',
        role: invitation.role,
        name: invitation.name,
        regions: invitation.regions,
        emailSealed: services.secrets.encrypt(email),
        emailHash,
        invitedAt: at,
      })
    }
    if (known) await saveStaff(db, { id: staffId, ...invitation })
    const link = await makeLink(services, db, { purpose: 'staff', staffId, language: 'fr' }, at)
    if (mail)
      await writeMessage(services, db, { template: 'staff-sign-in', to: email, language: 'fr', values: { link } }, at)
    return link
  })
}

/** Ends somebody's access at once; false when nobody with this address is there. */
export function dismissStaff(services: Services, email: string): Promise<boolean> {
  const emailHash = services.secrets.hash('email', normalEmail(email))
  return inTransaction(services.pool, { kind: 'operator' }, (db) => endStaff(db, emailHash, services.now()))
}
