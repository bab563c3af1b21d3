import type { Actor, StaffRole } from '#kernel/actor.ts'

const editors: readonly StaffRole[] = ['editor', 'lead']

/** Who answers for what the directory shows. */
export function mayEdit(actor: Actor): boolean {
  return actor.kind === 'agent' && editors.includes(actor.role)
}
