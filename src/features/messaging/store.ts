import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type MessageState = 'waiting' | 'sent' | 'failed'
export type Message = {
  id: Id
  template: string
  language: string
  toSealed: Buffer | null
  valuesSealed: Buffer | null
  fileId: Id | null
  referralId: Id | null
  state: MessageState
  createdAt: Date
  sentAt: Date | null
}

const columns = [
  'message.id',
  'message.template',
  'message.language',
  'content.to_sealed as toSealed',
  'content.values_sealed as valuesSealed',
  'message.file_id as fileId',
  'message.referral_id as referralId',
  'message.state',
  'message.created_at as createdAt',
  'message.sent_at as sentAt',
] as const

/** With their content, for the worker; nobody else finds any. */
function messages(db: Db) {
  return db
    .selectFrom('message')
    .leftJoin('message_content as content', 'content.message_id', 'message.id')
    .select(columns)
}

export type NewMessage = {
  id: Id
  template: string
  language: string
  toSealed: Buffer
  valuesSealed: Buffer
  fileId: Id | null
  referralId: Id | null
  at: Date
}

export async function insertMessage(db: Db, message: NewMessage): Promise<void> {
  await db
    .insertInto('message')
    .values({
      id: message.id,
      channel: 'email',
      template: message.template,
      language: message.language,
      file_id: message.fileId,
      referral_id: message.referralId,
      created_at: message.at,
    })
    .execute()
  await db
    .insertInto('message_content')
    .values({ message_id: message.id, to_sealed: message.toSealed, values_sealed: message.valuesSealed })
    .execute()
}

/** Takes a waiting message for a few minutes, so that no other worker sends it too; nothing when it is taken, sent or gone. */
export async function claimMessage(db: Db, id: Id, at: Date, until: Date): Promise<Message | undefined> {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set((row) => ({ claimed_until: until, attempts: row('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where((row) => row.or([row('claimed_until', 'is', null), row('claimed_until', '<', at)]))
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n ? messages(db).where('message.id', '=', id).executeTakeFirst() : undefined
}

/** Sent: the address and the words that held a link are destroyed, unless a demo keeps them for its outbox. */
export async function saveSent(db: Db, id: Id, at: Date, keep: boolean): Promise<void> {
  await db.updateTable('message').set({ state: 'sent', sent_at: at, last_code: null }).where('id', '=', id).execute()
  if (!keep) await db.deleteFrom('message_content').where('message_id', '=', id).execute()
}

/** A try that failed: only its code is kept, since servers write addresses into their answers. The last one ends the content too. */
export async function saveFailedTry(db: Db, id: Id, code: string, final: boolean): Promise<void> {
  await db
    .updateTable('message')
    .set({ last_code: code, claimed_until: null, ...(final ? { state: 'failed' as const } : {}) })
    .where('id', '=', id)
    .execute()
  if (final) await db.deleteFrom('message_content').where('message_id', '=', id).execute()
}

/** Messages that still wait though their tries ended: the operator mended something, and they may leave now. */
export async function forgottenMessages(db: Db, before: Date, limit: number): Promise<Id[]> {
  const rows = await db
    .selectFrom('message')
    .select('id')
    .where('state', '=', 'waiting')
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

export function recentMessages(db: Db, limit: number): Promise<Message[]> {
  return messages(db).orderBy('message.created_at', 'desc').limit(limit).execute()
}

export function messagesOfFile(
  db: Db,
  fileId: Id,
): Promise<Pick<Message, 'template' | 'state' | 'createdAt' | 'sentAt'>[]> {
  return db
    .selectFrom('message')
    .select(['template', 'state', 'created_at as createdAt', 'sent_at as sentAt'])
    .where('file_id', '=', fileId)
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute()
}
