import { dayOf } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { makeLink } from '#features/access/index.ts'
import { writeMessage } from '#features/messaging/index.ts'
import { contactOf } from '../../store/contacts.ts'
import { dueListings, insertCall, type DueListing } from '../../store/fresh.ts'

const atOnce = 100

/** The daily round: asks organizations whether their entries are still right; whom nobody can write to is an editor's to call. */
export async function askListings(services: Services, db: Db, at: Date): Promise<{ asked: number; toCall: number }> {
  const due = await dueListings(db, at, atOnce)
  let asked = 0
  for (const listing of due) {
    const to = await addressOf(services, db, listing, at)
    if (to === undefined) await insertCall(db, services.newId(), listing.serviceId, at)
    else {
      await writeListing(services, db, listing, to, at)
      asked += 1
    }
  }
  return { asked, toCall: due.length - asked }
}

/** The confirmed contact, while it is good; else the address that the directory shows. */
async function addressOf({ secrets }: Services, db: Db, listing: DueListing, at: Date): Promise<string | undefined> {
  const contact = await contactOf(db, listing.organizationId, dayOf(at))
  if (contact) return secrets.decrypt(contact.emailSealed)
  return listing.email ?? undefined
}

async function writeListing(services: Services, db: Db, listing: DueListing, to: string, at: Date): Promise<void> {
  const { serviceId, organizationId, organizationName, serviceName, step } = listing
  const link = await makeLink(services, db, { purpose: 'listing', serviceId, organizationId, language: 'fr' }, at)
  const values = { link, organization: organizationName, topic: serviceName, sender: step }
  await writeMessage(services, db, { template: 'listing', to, language: 'fr', values }, at)
}
