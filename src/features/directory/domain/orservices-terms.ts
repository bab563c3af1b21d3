import type { Id } from '#kernel/id.ts'
import { keyOf, keysOf, refuseRow, textOf, type Find, type Reading, type Row } from './entry.ts'
import type { Beforehand } from './orservices-details.ts'

/** Vocabularies of an ORServices export, and the rows that only join two others. */

export function readTaxonomy(row: Row): Reading {
  const key = keyOf(row, 'taxonomy_type_recordid')
  const name = textOf(row, 'name')
  if (!key) return refuseRow('no identifier')
  if (!name) return refuseRow('no name')
  return { entries: [{ key, columns: { name, description: textOf(row, 'notes') ?? name } }], warnings: [] }
}

/** The key of a term that will load: a parent may stand further down in the file. */
export function termKeyOf(row: Row): string | undefined {
  return textOf(row, 'taxonomy_name') === null ? undefined : keyOf(row, 'taxonomy_recordid')
}

export function readTerm(row: Row, find: Find, before: Beforehand, idOfTerm: (key: string) => Id): Reading {
  const key = termKeyOf(row)
  const name = textOf(row, 'taxonomy_name')
  if (!key || !name) return refuseRow('no identifier or no name')
  const type = [...keysOf(row, 'taxonomy'), before.typeOfTerm.get(key) ?? '']
    .map((each) => find('taxonomy', each))
    .find((id) => id !== undefined)
  // taxonomy_parent_recordid is the column for it; exports leave it empty and write the key under taxonomy_parent_name.
  const parents = [...keysOf(row, 'taxonomy_parent_recordid'), ...keysOf(row, 'taxonomy_parent_name')]
  const parent = parents.find((each) => each !== key && before.termKeys.has(each))
  const columns = {
    taxonomy_id: type ?? null,
    parent_id: parent === undefined ? null : idOfTerm(parent),
    code: textOf(row, 'taxonomy_id'),
    name,
    description: textOf(row, 'taxonomy_x_description') ?? name,
  }
  return { entries: [{ key, columns }], warnings: parents.length > 1 ? ['several parents: the first is kept'] : [] }
}

export function readTermType(row: Row, find: Find): Reading {
  if (!find('taxonomy_term', row['taxonomy_recordid'] ?? ''))
    return refuseRow(`no term "${row['taxonomy_recordid'] ?? ''}"`)
  if (!find('taxonomy', row['taxonomy_type_recordid'] ?? ''))
    return refuseRow(`no vocabulary "${row['taxonomy_type_recordid'] ?? ''}"`)
  return joined
}

export function readLocationAddress(row: Row, find: Find): Reading {
  return find('address', `${row['address_recordid']}/${row['location_recordid']}`)
    ? joined
    : refuseRow('joins an address and a location that did not both load')
}

export function readLocationPhone(row: Row, find: Find): Reading {
  return find('phone', `${row['phone_recordid']}/location/${row['location_recordid']}`)
    ? joined
    : refuseRow('joins a telephone and a location that did not both load')
}

export function readServicePhone(row: Row, find: Find): Reading {
  return find('phone', `${row['phone_recordid']}/service/${row['service_recordid']}`)
    ? joined
    : refuseRow('joins a telephone and a service that did not both load')
}

const joined: Reading = { entries: [], warnings: [] }
