import type { Id } from './id.ts'

export type StaffRole = 'agent' | 'editor' | 'importer' | 'lead' | 'member'

/** Whoever a request or a job acts for; a transaction is opened in this name and PostgreSQL keeps to it. */
export type Actor =
  | { kind: 'nobody' }
  /** `personId`: the person this file is being given, in the transaction that registers. */
  | { kind: 'draft'; fileId: Id; personId?: Id }
  | { kind: 'newcomer'; personId: Id; fileId: Id }
  | { kind: 'link'; linkId: Id; referralId: Id; organizationId: Id; label: string }
  | { kind: 'agent'; staffId: Id; role: StaffRole; regions: readonly string[]; label: string }
  | { kind: 'job'; name: string }
  | { kind: 'operator' }

export type ActorKind = Actor['kind']
export type ActorOf<K extends ActorKind> = Extract<Actor, { kind: K }>

export const nobody: Actor = { kind: 'nobody' }

/** Who is shown to have acted, where a person reads the history. */
export function labelOf(actor: Actor): string | null {
  return 'label' in actor ? actor.label : null
}

export function idOf(actor: Actor): Id | null {
  if (actor.kind === 'agent') return actor.staffId
  if (actor.kind === 'newcomer') return actor.personId
  return actor.kind === 'link' ? actor.linkId : null
}
