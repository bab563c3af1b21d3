import { z } from 'zod'
import type { Secrets } from '#platform/secret/secret.ts'

/** What an organization reads, and all it reads: shown to the person word for word before they consent. */
const shape = z.object({
  firstName: z.string(),
  email: z.string(),
  language: z.string(),
  city: z.string().nullable(),
  needTitle: z.string(),
  words: z.string(),
  done: z.array(z.string()),
  /** The steps of the person's plan for this need, which the organization may tick or add to; none in older referrals. */
  steps: z.array(z.object({ id: z.string(), title: z.string() })).default([]),
  sender: z.string(),
})
export type Content = z.infer<typeof shape>

export function sealContent(secrets: Secrets, content: Content): Buffer {
  return secrets.encrypt(JSON.stringify(content))
}

export function openContent(secrets: Secrets, sealed: Buffer): Content {
  return shape.parse(JSON.parse(secrets.decrypt(sealed)))
}
