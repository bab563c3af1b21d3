import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type Responsible = 'me' | 'organization' | 'agent'
export type By = 'person' | 'agent' | 'organization'
/** What was changed of one step beside the rules; a step written by hand has its title here. */
export type Item = {
  itemId: string
  own: boolean
  state: 'open' | 'done' | 'put'
  responsible: Responsible | null
  titleSealed: Buffer | null
  /** The referral under which an organization added it. */
  referralId: Id | null
  letterDaySealed: Buffer | null
  draft: boolean
  /** Written by hand under a need of the compartment: in no print, feed or mail. */
  protected: boolean
  changedAt: Date
  changedBy: By
  version: number
}

const itemColumns = [
  'item_id as itemId',
  'own',
  'state',
  'responsible',
  'title_sealed as titleSealed',
  'referral_id as referralId',
  'letter_day_sealed as letterDaySealed',
  'draft',
  'protected',
  'changed_at as changedAt',
  'changed_by as changedBy',
  'version',
] as const

/** What was changed in the plans of many files, in one reading, each of the person whose file it is. */
export async function itemsOfFiles(db: Db, fileIds: readonly Id[]): Promise<ReadonlyMap<Id, Item[]>> {
  const rows = await db
    .selectFrom('plan_item')
    .select(['file_id as fileId', ...itemColumns])
    .where('file_id', 'in', fileIds)
    .where('member_id', 'is', null)
    .execute()
  return Map.groupBy(rows, (row) => row.fileId)
}

/** Of the person whose file it is, or of one member of their household. */
export function itemsOf(db: Db, fileId: Id, memberId: Id | null = null): Promise<Item[]> {
  return db
    .selectFrom('plan_item')
    .select(itemColumns)
    .where('file_id', '=', fileId)
    .where('member_id', 'is not distinct from', memberId)
    .orderBy('item_id')
    .execute()
}

export function itemById(db: Db, fileId: Id, itemId: string, memberId: Id | null = null): Promise<Item | undefined> {
  return db
    .selectFrom('plan_item')
    .select(itemColumns)
    .where('file_id', '=', fileId)
    .where('member_id', 'is not distinct from', memberId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
}

/** False when someone else changed the step since it was read; a first change inserts it. */
export async function saveItem(db: Db, fileId: Id, item: Item, memberId: Id | null = null): Promise<boolean> {
  const values = {
    own: item.own,
    state: item.state,
    responsible: item.responsible,
    title_sealed: item.titleSealed,
    referral_id: item.referralId,
    letter_day_sealed: item.letterDaySealed,
    draft: item.draft,
    protected: item.protected,
    changed_at: item.changedAt,
    changed_by: item.changedBy,
    version: item.version + 1,
  }
  const saved = await db
    .insertInto('plan_item')
    .values({ file_id: fileId, member_id: memberId, item_id: item.itemId, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['file_id', 'member_id', 'item_id'])
        .doUpdateSet(values)
        .where('plan_item.version', '=', item.version),
    )
    .returning('item_id')
    .execute()
  return saved.length === 1
}

/** A step that an agent prepared unseen is shown once the person takes it up; false where there was none. */
export async function showDraft(db: Db, fileId: Id, itemId: string, memberId: Id | null = null): Promise<boolean> {
  const { rows } = await sql<{ shown: boolean }>`select show_draft(${fileId}, ${memberId}, ${itemId}) as shown`.execute(
    db,
  )
  return rows[0]?.shown === true
}

export type ChangeKind =
  'done' | 'undone' | 'put' | 'back' | 'added' | 'dated' | 'undated' | 'responsible' | 'stuck' | 'change-asked'
export type Change = {
  id: Id
  itemId: string
  change: ChangeKind
  byKind: By
  byLabel: string | null
  reasonSealed: Buffer | null
  draft: boolean
  at: Date
}

export async function insertChange(db: Db, fileId: Id, change: Change, memberId: Id | null = null): Promise<void> {
  await db
    .insertInto('plan_change')
    .values({
      id: change.id,
      file_id: fileId,
      member_id: memberId,
      item_id: change.itemId,
      change: change.change,
      by_kind: change.byKind,
      by_label: change.byLabel,
      reason_sealed: change.reasonSealed,
      draft: change.draft,
      at: change.at,
    })
    .execute()
}

/** The newest first. */
export function changesOf(db: Db, fileId: Id, limit: number, memberId: Id | null = null): Promise<Change[]> {
  return db
    .selectFrom('plan_change')
    .select([
      'id',
      'item_id as itemId',
      'change',
      'by_kind as byKind',
      'by_label as byLabel',
      'reason_sealed as reasonSealed',
      'draft',
      'at',
    ])
    .where('file_id', '=', fileId)
    .where('member_id', 'is not distinct from', memberId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
}

/** How many changes the plan has seen, drafts left out, and the moment of the last: its version. */
export async function versionOf(
  db: Db,
  fileId: Id,
  memberId: Id | null = null,
): Promise<{ number: number; at: Date | null }> {
  const { count, at } = await db
    .selectFrom('plan_change')
    .select((of) => [of.fn.countAll<string>().as('count'), of.fn.max('at').as('at')])
    .where('file_id', '=', fileId)
    .where('member_id', 'is not distinct from', memberId)
    .where('draft', '=', false)
    .executeTakeFirstOrThrow()
  return { number: Number(count) + 1, at }
}

/** Shows the person what was prepared in one plan, their own or a member's; answers how many steps. */
export async function publishDrafts(db: Db, fileId: Id, memberId: Id | null = null): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('plan_item')
    .set({ draft: false })
    .where('file_id', '=', fileId)
    .where('member_id', 'is not distinct from', memberId)
    .where('draft', '=', true)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('plan_change')
    .set({ draft: false })
    .where('file_id', '=', fileId)
    .where('member_id', 'is not distinct from', memberId)
    .where('draft', '=', true)
    .execute()
  return Number(numUpdatedRows)
}
