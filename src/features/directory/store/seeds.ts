import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type Contact = { organizationId: Id; emailSealed: Buffer; confirmedOn: Day }

/** The needs that a source's services answer become exactly these; answers how many rows that took. */
export async function saveNeeds(
  db: Db,
  sourceId: string,
  needs: readonly { service_id: Id; need_id: string }[],
): Promise<number> {
  const wanted = sql`json_populate_recordset(null::service_need, ${JSON.stringify(needs)}::json)`
  const gone =
    await sql`delete from service_need n using service s where s.id = n.service_id and s.source_id = ${sourceId}
    and not exists (select from ${wanted} w where w.service_id = n.service_id and w.need_id = n.need_id)`.execute(db)
  const come = await sql`insert into service_need (service_id, need_id) select service_id, need_id
      from ${wanted} on conflict do nothing`.execute(db)
  return Number(gone.numAffectedRows ?? 0n) + Number(come.numAffectedRows ?? 0n)
}

type Said = { service_id: Id; status: string; accepts: boolean; source: string | null; confidence: string; as_of: Day }

/** Whom a source's services take becomes exactly this; answers how many rows that took. */
export async function saveStatuses(db: Db, sourceId: string, said: readonly Said[]): Promise<number> {
  const wanted = sql`json_populate_recordset(null::service_status, ${JSON.stringify(said)}::json)`
  const gone =
    await sql`delete from service_status t using service s where s.id = t.service_id and s.source_id = ${sourceId}
    and not exists (select from ${wanted} w where w.service_id = t.service_id and w.status = t.status)`.execute(db)
  const come = await sql`insert into service_status as t (service_id, status, accepts, source, confidence, as_of)
    select service_id, status, accepts, source, confidence, as_of from ${wanted}
    on conflict (service_id, status) do update set accepts = excluded.accepts, source = excluded.source,
      confidence = excluded.confidence, as_of = excluded.as_of
    where (t.accepts, t.source, t.confidence, t.as_of) is distinct from (excluded.accepts, excluded.source,
      excluded.confidence, excluded.as_of)`.execute(db)
  return Number(gone.numAffectedRows ?? 0n) + Number(come.numAffectedRows ?? 0n)
}

export async function contactsOf(db: Db, sourceId: string): Promise<Map<Id, Contact>> {
  const rows = await db
    .selectFrom('organization_contact as contact')
    .innerJoin('organization', 'organization.id', 'contact.organization_id')
    .select([
      'contact.organization_id as organizationId',
      'contact.email_sealed as emailSealed',
      'contact.confirmed_on as confirmedOn',
    ])
    .where('organization.source_id', '=', sourceId)
    .execute()
  return new Map(rows.map((row) => [row.organizationId, row]))
}

export async function saveContact(db: Db, { organizationId, emailSealed, confirmedOn }: Contact): Promise<void> {
  await db
    .insertInto('organization_contact')
    .values({ organization_id: organizationId, email_sealed: emailSealed, confirmed_on: confirmedOn })
    .onConflict((conflict) =>
      conflict.column('organization_id').doUpdateSet({ email_sealed: emailSealed, confirmed_on: confirmedOn }),
    )
    .execute()
}
