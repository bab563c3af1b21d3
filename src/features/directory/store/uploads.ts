import { sql } from 'kysely'
import { z } from 'zod'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import { faultReasons } from '../domain/fault.ts'
import { isTable, type Table } from '../domain/hsds/model.ts'
import type { ImportProblem } from '../domain/import-report.ts'
import { uploadFailures, type Upload, type UploadFailure, type UploadSummary } from '../domain/upload.ts'

const columns = [
  'id',
  'source_id as sourceId',
  'source_name as sourceName',
  'file_name as fileName',
  'status',
  'uploaded_at as uploadedAt',
  'since',
  'failure',
] as const

/** What stands in a row of before a change of our words reads as an accident. */
function named(failure: string | null): UploadFailure | null {
  return failure === null ? null : (uploadFailures.find((each) => each === failure) ?? 'accident')
}

export type NewUpload = Pick<Upload, 'id' | 'sourceId' | 'sourceName' | 'fileName' | 'uploadedAt'> & {
  content: Uint8Array
  mapping: Uint8Array | undefined
}

export async function insertUpload(db: Db, upload: NewUpload): Promise<void> {
  const { id, sourceId, sourceName, fileName, uploadedAt, content, mapping } = upload
  await db
    .insertInto('import_upload')
    .values({
      ...{ id, source_id: sourceId, source_name: sourceName, file_name: fileName, uploaded_at: uploadedAt },
      ...{ since: uploadedAt, content: Buffer.from(content), mapping: mapping ? Buffer.from(mapping) : null },
    })
    .execute()
}

export async function uploadById(db: Db, id: Id): Promise<Upload | undefined> {
  const row = await db.selectFrom('import_upload').select(columns).where('id', '=', id).executeTakeFirst()
  return row && { ...row, failure: named(row.failure) }
}

/** Those one can still decide on first, then the newest. */
export async function recentUploads(db: Db, limit: number): Promise<Upload[]> {
  const rows = await db
    .selectFrom('import_upload')
    .select(columns)
    .orderBy(sql`status in ('waiting', 'read', 'asked')`, 'desc')
    .orderBy('uploaded_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, failure: named(row.failure) }))
}

const change = z.object({
  kind: z.enum(['added', 'changed', 'gone', 'back']),
  table: z.custom<Table>((name) => typeof name === 'string' && isTable(name)),
  id: z.string(),
  label: z.string(),
  fields: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
})
const reason = z.enum(faultReasons)
const kind = z.enum(['refused', 'warning'])
const summaryShape: z.ZodType<UploadSummary> = z.object({
  layout: z.string(),
  files: z.array(z.object({ file: z.string(), loaded: z.number(), refused: z.number() })),
  ...{ loaded: z.number(), refused: z.number(), added: z.number(), changed: z.number() },
  ...{ removed: z.number(), ended: z.number(), back: z.number(), problems: z.number() },
  changes: z.array(change),
  groups: z.array(
    z.object({
      ...{ kind, file: z.string(), column: z.string(), reason, count: z.number() },
      first: z.array(z.object({ line: z.number(), value: z.string() })),
    }),
  ),
})
const problemShape = z.array(
  z.object({ kind, file: z.string(), line: z.number(), column: z.string(), value: z.string(), reason }),
)

export async function summaryOfUpload(db: Db, id: Id): Promise<UploadSummary | undefined> {
  const row = await db.selectFrom('import_upload').select('summary').where('id', '=', id).executeTakeFirst()
  return row?.summary ? summaryShape.parse(row.summary) : undefined
}

export type KeptProblem = z.infer<typeof problemShape>[number]

export async function problemsOfUpload(db: Db, id: Id): Promise<KeptProblem[]> {
  const row = await db.selectFrom('import_upload').select('problems').where('id', '=', id).executeTakeFirst()
  return row?.problems ? problemShape.parse(row.problems) : []
}

/** False when it was not there to decide on: applied, ended or asked for already. */
export async function saveAsked(db: Db, id: Id, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('import_upload')
    .set({ status: 'asked', since: at })
    .where('id', '=', id)
    .where('status', '=', 'read')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Its file goes at once. False when it is being applied, or has ended. */
export async function saveRefused(db: Db, id: Id, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('import_upload')
    .set({ status: 'refused', since: at, content: null, mapping: null })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'read'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** For the rest of the transaction nobody else works on it: a job that was handed over twice waits, and then finds it done. */
export async function lockUpload(db: Db, id: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('import upload ' || ${id}, 0))`.execute(db)
}

/** What is to be read, or applied; nothing when it is done already. As the owning role: no page ever reads a file. */
export async function uploadToDo(ownerDb: Db, id: Id) {
  const row = await ownerDb
    .selectFrom('import_upload')
    .select([...columns, 'content', 'mapping'])
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'asked'])
    .executeTakeFirst()
  return row?.content ? { ...row, content: row.content, isAsked: row.status === 'asked' } : undefined
}

const mostProblems = 10_000

/** Notes what was found, unless the editor put it away meanwhile; once applied, the file goes. */
export async function saveFound(
  ownerDb: Db,
  { id, isAsked, at }: { id: Id; isAsked: boolean; at: Date },
  found: { summary: UploadSummary; problems: readonly ImportProblem[] },
): Promise<void> {
  const problems = found.problems.slice(0, mostProblems).map(({ column = '', value = '', ...rest }) => ({
    ...{ kind: rest.kind, file: rest.file, line: rest.line, reason: rest.reason, column, value },
  }))
  await ownerDb
    .updateTable('import_upload')
    .set({ status: isAsked ? 'applied' : 'read', since: at, summary: json(found.summary), problems: json(problems) })
    .$if(isAsked, (update) => update.set({ content: null, mapping: null }))
    .where('id', '=', id)
    .where('status', '=', isAsked ? 'asked' : 'waiting')
    .execute()
}

/** PostgreSQL keeps no zero byte and no half of a letter in JSON. */
function json(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? each.replaceAll('\0', '').toWellFormed() : each,
  )
}

export async function saveFailed(ownerDb: Db, id: Id, failure: UploadFailure, at: Date): Promise<void> {
  await ownerDb
    .updateTable('import_upload')
    .set({ status: 'failed', failure, since: at, content: null, mapping: null })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'asked'])
    .execute()
}

/** Those that a worker should have taken since. */
export async function forgottenUploads(ownerDb: Db, before: Date): Promise<Id[]> {
  const rows = await ownerDb
    .selectFrom('import_upload')
    .select('id')
    .where('status', 'in', ['waiting', 'asked'])
    .where('since', '<', before)
    .execute()
  return rows.map(({ id }) => id)
}

/** Retention. */
export async function deleteUploads(ownerDb: Db, before: Date): Promise<void> {
  await ownerDb.deleteFrom('import_upload').where('uploaded_at', '<', before).execute()
}
