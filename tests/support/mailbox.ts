// What was written and not yet sent, opened with the test's keys; mails through a real SMTP server have tests of their own.
import { z } from 'zod'
import type { World } from './world.ts'

const values = z.record(z.string(), z.string())
export type Written = { template: string; to: string; language: string; values: Record<string, string> }

/** Every message of this world, oldest first. */
export async function written({ owner, services }: World): Promise<Written[]> {
  const rows = await owner
    .selectFrom('message')
    .leftJoin('message_content', 'message_content.message_id', 'message.id')
    .select(['template', 'language', 'to_sealed', 'values_sealed'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    template: row.template,
    language: row.language,
    to: row.to_sealed ? services.secrets.decrypt(row.to_sealed) : '',
    values: row.values_sealed ? values.parse(JSON.parse(services.secrets.decrypt(row.values_sealed))) : {},
  }))
}

/** The path of the link in the newest message of a kind. */
export async function linkIn(world: World, template: string, which: 'link' | 'otherLink' = 'link'): Promise<string> {
  const message = (await written(world)).findLast((each) => each.template === template)
  const link = message?.values[which]
  if (!link) throw new Error(`No ${which} in a message called ${template}.`)
  return new URL(link).pathname
}
