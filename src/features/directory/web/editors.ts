import type { Context } from 'hono'
import type { StaffRole } from '#kernel/actor.ts'
import type { Env } from '#platform/http/env.ts'

const editors: readonly StaffRole[] = ['editor', 'lead']

/** Who answers for what newcomers are offered: they load directories and open sources. */
export function isEditor({ var: { actor } }: Context<Env>): boolean {
  return actor.kind === 'agent' && editors.includes(actor.role)
}
