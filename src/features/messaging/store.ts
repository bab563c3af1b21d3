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

export function messageById(db: Db, id: Id): Promise<Message | undefined> {
  return messages(db).where('message.id', '=', id).forUpdate('message').executeTakeFirst()
}

/** Sent: the address and the words that held a link are destroyed, unless a demo keeps them for its outbox. */
export async function saveSent(db: Db, id: Id, at: Date, keep: boolean): Promise<void> {
  await db.updateTable('message').set({ state: 'sent', sent_at: at, last_error: null }).where('id', '=', id).execute()
  if (!keep) await db.deleteFrom('message_content').where('message_id', '=', id).execute()
}

export async function saveFailedTry(db: Db, id: Id, error: string, final: boolean): Promise<void> {
  await db
    .updateTable('message')
    .set((row) => ({
      attempts: row('attempts', '+', 1),
      last_error: error.slice(0, 200),
      ...(final ? { state: 'failed' as const } : {}),
    }))
    .where('id', '=', id)
    .execute()
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
