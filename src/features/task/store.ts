import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type TaskKind = 'first-meeting' | 'first-contact' | 'call-back' | 'referral' | 'plan'
/** What the ministry owes someone: why, by when, and who does it. `reason` is the key of a sentence. */
export type Task = {
  id: Id
  kind: TaskKind
  fileId: Id | null
  referralId: Id | null
  region: string | null
  language: string
  ownerId: Id | null
  ownerName: string | null
  reason: string
  detailsSealed: Buffer | null
  dueAt: Date
  createdAt: Date
  version: number
}

export type NewTask = {
  id: Id
  kind: TaskKind
  fileId?: Id | null
  referralId?: Id | null
  region: string | null
  language: string
  ownerId?: Id | null
  reason: string
  detailsSealed?: Buffer | null
  dueAt: Date
  createdAt: Date
}

export async function insertTask(db: Db, task: NewTask): Promise<void> {
  await db
    .insertInto('task')
    .values({
      id: task.id,
      kind: task.kind,
      file_id: task.fileId ?? null,
      referral_id: task.referralId ?? null,
      region: task.region,
      language: task.language,
      owner_id: task.ownerId ?? null,
      reason: task.reason,
      details_sealed: task.detailsSealed ?? null,
      due_at: task.dueAt,
      created_at: task.createdAt,
    })
    .execute()
}

const columns = [
  'task.id',
  'task.kind',
  'task.file_id as fileId',
  'task.referral_id as referralId',
  'task.region',
  'task.language',
  'task.owner_id as ownerId',
  'staff.name as ownerName',
  'task.reason',
  'task.details_sealed as detailsSealed',
  'task.due_at as dueAt',
  'task.created_at as createdAt',
  'task.version',
] as const

const urgentReason = 'urgent-answer'

export type QueueFilter = 'all' | 'mine' | 'unassigned'

/** The open tasks of the agent's territory, what was said to be urgent before all else, then the most overdue, each with the first name of whom it is owed to. */
export async function openTasks(
  db: Db,
  filter: QueueFilter,
  staffId: Id,
  limit: number,
): Promise<(Task & { firstName: string | null })[]> {
  let query = db
    .selectFrom('task')
    .leftJoin('staff', 'staff.id', 'task.owner_id')
    .leftJoin('file', 'file.id', 'task.file_id')
    .leftJoin('person', 'person.id', 'file.person_id')
    .select(columns)
    .select('person.first_name as firstName')
    .where('task.done_at', 'is', null)
  if (filter === 'mine') query = query.where('task.owner_id', '=', staffId)
  if (filter === 'unassigned') query = query.where('task.owner_id', 'is', null)
  const first = query.orderBy('task.due_at').orderBy('task.id').limit(limit)
  const [urgent, others] = await Promise.all([
    first.where('task.reason', '=', urgentReason).execute(),
    first.where('task.reason', '<>', urgentReason).execute(),
  ])
  return [...urgent, ...others].slice(0, limit)
}

/** How many rows each tab would show, exact to a thousand. */
export async function countOpenTasks(db: Db, staffId: Id): Promise<Record<QueueFilter, number>> {
  const open = db.selectFrom('task').select(['owner_id']).where('done_at', 'is', null).limit(1001).as('open')
  const row = await db
    .selectFrom(open)
    .select((each) => [
      each.fn.countAll<string>().as('all'),
      each.fn.countAll<string>().filterWhere('owner_id', '=', staffId).as('mine'),
      each.fn.countAll<string>().filterWhere('owner_id', 'is', null).as('unassigned'),
    ])
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), mine: Number(row.mine), unassigned: Number(row.unassigned) }
}

export function openTasksOfFile(db: Db, fileId: Id): Promise<Task[]> {
  return db
    .selectFrom('task')
    .leftJoin('staff', 'staff.id', 'task.owner_id')
    .select(columns)
    .where('task.file_id', '=', fileId)
    .where('task.done_at', 'is', null)
    .orderBy('task.due_at')
    .execute()
}

export function taskById(db: Db, id: Id): Promise<Task | undefined> {
  return db
    .selectFrom('task')
    .leftJoin('staff', 'staff.id', 'task.owner_id')
    .select(columns)
    .where('task.id', '=', id)
    .where('task.done_at', 'is', null)
    .executeTakeFirst()
}

/** False when somebody changed the task since it was read. */
export async function saveOwner(db: Db, task: Pick<Task, 'id' | 'version'>, ownerId: Id): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('task')
    .set({ owner_id: ownerId, version: task.version + 1 })
    .where('id', '=', task.id)
    .where('version', '=', task.version)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Ends what was open about one referral; answers how many there were. */
export async function endTasksOfReferral(db: Db, referralId: Id, staffId: Id, at: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('task')
    .set({ done_at: at, done_by: staffId })
    .where('referral_id', '=', referralId)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Ends open tasks of one kind for a file, and forgets the details of a call; answers how many there were. */
export async function endTasks(
  db: Db,
  fileId: Id,
  kinds: readonly TaskKind[],
  staffId: Id | null,
  at: Date,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('task')
    .set({ done_at: at, done_by: staffId, details_sealed: null })
    .where('file_id', '=', fileId)
    .where('kind', 'in', kinds)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

export async function endTask(db: Db, id: Id, staffId: Id, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('task')
    .set({ done_at: at, done_by: staffId, details_sealed: null })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
