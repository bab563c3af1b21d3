import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import type { Block, ListingAnswer } from '../domain/freshness.ts'
import { ownFields, type OwnField } from '../domain/own-fields.ts'

export type DueListing = {
  serviceId: Id
  serviceName: string
  organizationId: Id
  organizationName: string
  email: string | null
  step: 'ask' | 'remind'
}

/** Listings whose turn it is, each marked as asked or reminded; those silent for six months are hidden on the way. */
export async function dueListings(db: Db, at: Date, most: number): Promise<DueListing[]> {
  const { rows } = await sql<DueListing>`select service_id as "serviceId", service_name as "serviceName",
      organization_id as "organizationId", organization_name as "organizationName", email, step
    from due_listings(${at}, ${most})`.execute(db)
  return rows
}

export async function insertCall(db: Db, id: Id, serviceId: Id, at: Date): Promise<void> {
  await sql`select call_listing(${id}, ${serviceId}, ${at})`.execute(db)
}

/** The service whose listing was answered; nothing when the link is not good. */
export async function saveAnswer(
  db: Db,
  tokenHash: string,
  ids: { verification: Id; issue: Id },
  { answer, takes, at }: { answer: ListingAnswer; takes: boolean | null; at: Date },
): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id | null }>`select answer_listing(${tokenHash}, ${ids.verification}, ${ids.issue},
    ${answer}, ${takes}, ${at}) as id`.execute(db)
  return rows[0]?.id ?? undefined
}

/** As `saveAnswer` with "changed", and what the organization would write instead. */
export async function saveProposal(
  db: Db,
  tokenHash: string,
  ids: { verification: Id; issue: Id },
  { changes, takes, at }: { changes: Partial<Record<OwnField, string>>; takes: boolean | null; at: Date },
): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id | null }>`select propose_listing(${tokenHash}, ${ids.verification}, ${ids.issue},
    ${JSON.stringify(changes)}::jsonb, ${takes}, ${at}) as id`.execute(db)
  return rows[0]?.id ?? undefined
}

export type ListingChange = { issueId: Id; field: string; before: string | null; after: string | null }

export function changesOf(db: Db, issueIds: readonly Id[]): Promise<ListingChange[]> {
  if (issueIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('listing_change')
    .select(['issue_id as issueId', 'field', 'before', 'after'])
    .where('issue_id', 'in', issueIds)
    .orderBy('field')
    .execute()
}

/** Nothing when it was settled before, or proposes nothing. */
export async function savePublished(db: Db, issueId: Id, by: string, at: Date): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id | null }>`select publish_listing(${issueId}, ${by}, ${at}) as id`.execute(db)
  return rows[0]?.id ?? undefined
}

/** What stands in the columns that an organization may write. */
export async function ownWordsOf(db: Db, serviceId: Id): Promise<Partial<Record<OwnField, string | null>>> {
  const found = await db.selectFrom('service').select(ownFields).where('id', '=', serviceId).executeTakeFirst()
  return found ?? {}
}

/** False when the service is not offered. */
export async function insertReport(
  db: Db,
  report: { id: Id; serviceId: Id; block: Block; noteSealed: Buffer | null; at: Date },
): Promise<boolean> {
  const { id, serviceId, block, noteSealed, at } = report
  const { rows } = await sql<{
    done: boolean
  }>`select report_listing(${id}, ${serviceId}, ${block}, ${noteSealed}::bytea,
    ${at}) as done`.execute(db)
  return rows[0]?.done ?? false
}

export async function saveVerified(
  db: Db,
  { id, serviceId, said, by, at }: { id: Id; serviceId: Id; said: 'right' | 'closed'; by: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select verify_listing(${id}, ${serviceId}, ${said}, ${by}, ${at}) as done`.execute(db)
  return rows[0]?.done ?? false
}

export type ListingIssue = Awaited<ReturnType<typeof openIssues>>[number]

/** What waits to be mended, the oldest first. */
export function openIssues(db: Db, limit: number) {
  return db
    .selectFrom('listing_issue as issue')
    .innerJoin('service', 'service.id', 'issue.service_id')
    .innerJoin('organization', 'organization.id', 'service.organization_id')
    .select([
      'issue.id',
      'issue.kind',
      'issue.block',
      'issue.note_sealed as noteSealed',
      'issue.at',
      'service.id as serviceId',
      'service.name as serviceName',
      'service.assured_date as assuredOn',
      'organization.name as organizationName',
    ])
    .select((row) =>
      row
        .selectFrom('phone')
        .select('number')
        .whereRef('phone.organization_id', '=', 'organization.id')
        .orderBy('phone.source_key')
        .limit(1)
        .as('phone'),
    )
    .where('issue.ended_at', 'is', null)
    .orderBy('issue.at')
    .limit(limit)
    .execute()
}

/** False when somebody ended it before. */
export async function endIssue(
  db: Db,
  { id, outcome, by, at }: { id: Id; outcome: 'mended' | 'right' | 'closed' | 'nothing'; by: string; at: Date },
): Promise<Id | undefined> {
  const ended = await db
    .updateTable('listing_issue')
    .set({ ended_at: at, ended_by: by, outcome })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('service_id as serviceId')
    .executeTakeFirst()
  return ended?.serviceId
}
