import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

/** What assessment and plan hang from; nameless until registration gives it a person. */
export type File = {
  id: Id
  personId: Id | null
  language: string
  region: string | null
  questionSet: string
  createdAt: Date
}
export type Person = { id: Id; firstName: string; language: string; emailSealed: Buffer | null; registeredAt: Date }

const fileColumns = [
  'id',
  'person_id as personId',
  'language',
  'region',
  'question_set as questionSet',
  'created_at as createdAt',
] as const
const personColumns = [
  'id',
  'first_name as firstName',
  'language',
  'email_sealed as emailSealed',
  'registered_at as registeredAt',
] as const

export function fileById(db: Db, id: Id): Promise<File | undefined> {
  return db.selectFrom('file').select(fileColumns).where('id', '=', id).executeTakeFirst()
}

export function personById(db: Db, id: Id): Promise<Person | undefined> {
  return db.selectFrom('person').select(personColumns).where('id', '=', id).executeTakeFirst()
}

export async function insertFile(
  db: Db,
  file: { id: Id; language: string; noticeVersion: string; questionSet: string; at: Date; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('file')
    .values({
      id: file.id,
      language: file.language,
      notice_version: file.noticeVersion,
      question_set: file.questionSet,
      created_at: file.at,
      last_activity_at: file.at,
      expires_at: file.expiresAt,
    })
    .execute()
}

export async function saveRegion(db: Db, fileId: Id, region: string | null): Promise<void> {
  await db.updateTable('file').set({ region }).where('id', '=', fileId).execute()
}

export async function saveLanguage(db: Db, fileId: Id, language: string): Promise<void> {
  await db.updateTable('file').set({ language }).where('id', '=', fileId).execute()
}

/** Makes a language a session goes on in the person's own: letters and notices follow it. */
export async function savePersonLanguage(db: Db, personId: Id, language: string): Promise<void> {
  await db.updateTable('person').set({ language }).where('id', '=', personId).execute()
}

export type NewPerson = {
  id: Id
  firstName: string
  emailSealed: Buffer
  emailHash: string
  language: string
  at: Date
}

export async function insertPerson(db: Db, person: NewPerson): Promise<void> {
  await db
    .insertInto('person')
    .values({
      id: person.id,
      first_name: person.firstName,
      email_sealed: person.emailSealed,
      email_hash: person.emailHash,
      language: person.language,
      registered_at: person.at,
    })
    .execute()
}

/** False when the file has a person already: of two registrations at once, one wins. */
export async function givePerson(db: Db, fileId: Id, personId: Id, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('file')
    .set({ person_id: personId, expires_at: null, last_activity_at: at })
    .where('id', '=', fileId)
    .where('person_id', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Files to write a link to for an address: asked before anybody is known; ids and language, nothing to show. */
export async function filesToWriteTo(
  db: Db,
  emailHash: string,
): Promise<{ fileId: Id; personId: Id; language: string }[]> {
  const { rows } = await sql<{
    fileId: Id
    personId: Id
    language: string
  }>`select file_id as "fileId", person_id as "personId", language from files_to_write_to(${emailHash})`.execute(db)
  return rows
}

/** Nameless files whose thirty days are over, with all that hangs from them; answers how many. */
export async function deleteExpiredFiles(db: Db, at: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('file')
    .where('expires_at', '<', at)
    .where('person_id', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** The files in use at a moment, in the order of their ids, from after one of them; nameless ones have no person. */
export function filesAfter(
  db: Db,
  after: Id | undefined,
  at: Date,
  limit: number,
): Promise<Pick<File, 'id' | 'personId'>[]> {
  return db
    .selectFrom('file')
    .select(['id', 'person_id as personId'])
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', at)]))
    .$if(after !== undefined, (files) => files.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Whom a confirming or withdrawing link acts for; only its holder can ask. */
export async function personOfLink(db: Db, tokenHash: string): Promise<{ personId: Id; fileId: Id } | undefined> {
  const { rows } = await sql<{
    personId: Id
    fileId: Id
  }>`select person_id as "personId", file_id as "fileId" from person_of_link(${tokenHash})`.execute(db)
  return rows[0]
}

/** A person to write to of the service's own accord. */
export type RegisteredFile = {
  fileId: Id
  firstName: string
  language: string
  emailSealed: Buffer
  registeredAt: Date
}

/** Everybody registered with an address, some at a time, in the order of their files. */
export async function registeredFiles(db: Db, after: Id | undefined, limit: number): Promise<RegisteredFile[]> {
  const rows = await db
    .selectFrom('file')
    .innerJoin('person', 'person.id', 'file.person_id')
    .select([
      'file.id as fileId',
      'person.first_name as firstName',
      'person.language',
      'person.email_sealed as emailSealed',
      'person.registered_at as registeredAt',
    ])
    .where('person.email_sealed', 'is not', null)
    .$if(after !== undefined, (query) => query.where('file.id', '>', after ?? ''))
    .orderBy('file.id')
    .limit(limit)
    .execute()
  return rows.flatMap(({ emailSealed, ...row }) => (emailSealed ? [{ ...row, emailSealed }] : []))
}
