import { parseId, type Id } from '#kernel/id.ts'
import type { Table } from '../../domain/hsds/model.ts'
import { derivedId } from '../../store/derived-id.ts'

/** The identifier of a source's entry: its own where it is a UUID and nobody else's, else one made from source, table and key. */
export type Identify = (table: Table, key: string) => Id

/** `madeFor` says for which of its UUIDs a source cannot have that same identifier, or once could not: it stays as it was. */
export function identifierOf(sourceId: string, madeFor: (table: Table, key: Id) => boolean): Identify {
  return (table, key) => {
    const own = parseId(key)
    return own !== undefined && !madeFor(table, own) ? own : derivedId(sourceId, table, key)
  }
}
