import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import type { Editing } from '../commands.ts'

/** The person's own changes of their own plan. */
export function editing(c: Context<Env>): Editing {
  const { services, db, now, memberId } = c.var
  return { services, db, fileId: fileOf(c), memberId, editor: { kind: 'person', label: null }, at: now }
}

export function fileOf({ var: { actor } }: Context<Env>): string {
  if (actor.kind !== 'draft' && actor.kind !== 'newcomer') throw new Error('This page is for whoever has a file.')
  return actor.fileId
}
