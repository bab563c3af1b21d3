import { parseId, type Id } from '#kernel/id.ts'
import type { Table } from '../../domain/hsds/model.ts'
import { derivedId } from '../../store/derived-id.ts'

/** The identifier of a source's entry: its own where it is a UUID and nobody else's, else one made from source, table and key. */
export type Identify = (table: Table, key: string) => Id

export function identifierOf(sourceId: string, keepsOwn: boolean): Identify {
  return (table, key) => (keepsOwn ? parseId(key) : undefined) ?? derivedId(sourceId, table, key)
}
