import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { lastGoodDay } from '../domain/freshness.ts'
import type { Db } from '#platform/db/db.ts'

/** Where an organization receives what concerns people; without it nothing can be sent. */
export async function contactOf(
  db: Db,
  organizationId: Id,
  today: Day,
): Promise<{ emailSealed: Buffer; confirmedOn: string } | undefined> {
  return db
    .selectFrom('organization_contact')
    .select(['email_sealed as emailSealed', 'confirmed_on as confirmedOn'])
    .where('organization_id', '=', organizationId)
    .where('confirmed_on', '>=', lastGoodDay(today))
    .executeTakeFirst()
}

export async function nameOf(db: Db, organizationId: Id): Promise<string | undefined> {
  const found = await db.selectFrom('organization').select('name').where('id', '=', organizationId).executeTakeFirst()
  return found?.name
}

/** Of these organizations, those with a confirmed contact: to the others nothing can be sent. */
export async function reachableAmong(db: Db, organizationIds: readonly Id[], today: Day): Promise<Set<Id>> {
  if (organizationIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('organization_contact')
    .select('organization_id')
    .where('organization_id', 'in', organizationIds)
    .where('confirmed_on', '>=', lastGoodDay(today))
    .execute()
  return new Set(rows.map((row) => row.organization_id))
}
