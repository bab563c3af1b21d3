import { keyOf, keysOf, refuseRow, textOf, type Find, type Reading, type Row } from './entry.ts'
import { readOpening } from './hours.ts'
import { ownedEntries } from './orservices.ts'

/** What hangs from services and locations in an ORServices export: addresses, telephones, hours, terms. */

/** What is learned of the whole export before its rows are read: links that stand in files of their own. */
export type Beforehand = {
  termKeys: ReadonlySet<string>
  typeOfTerm: ReadonlyMap<string, string>
  locationsOfAddress: ReadonlyMap<string, readonly string[]>
  locationsOfPhone: ReadonlyMap<string, readonly string[]>
  servicesOfPhone: ReadonlyMap<string, readonly string[]>
  /** The one country of every address that names one; nothing when there are several. */
  onlyCountry: string | undefined
}

const required = ['address_1', 'city', 'state_province', 'postal_code'] as const

export function readAddress(row: Row, find: Find, before: Beforehand): Reading {
  const key = keyOf(row)
  if (!key) return refuseRow('no identifier')
  const missing = required.filter((column) => textOf(row, column) === null)
  const country = textOf(row, 'country') ?? before.onlyCountry
  if (missing.length > 0) return refuseRow(`an address without ${missing.join(', ')}`)
  if (country === undefined) return refuseRow('an address without country')
  const keys = [...new Set([...keysOf(row, 'location_id'), ...(before.locationsOfAddress.get(key) ?? [])])]
  const others = ['address_2', 'address_3', 'address_4'].flatMap((column) => textOf(row, column) ?? [])
  const columns = {
    attention: textOf(row, 'attention'),
    address_1: textOf(row, 'address_1'),
    address_2: others.join(', ') || null,
    city: textOf(row, 'city'),
    region: textOf(row, 'region'),
    state_province: textOf(row, 'state_province'),
    postal_code: textOf(row, 'postal_code'),
    country,
  }
  const entries = keys.flatMap((each) => {
    const location = find('location', each)
    return location ? [{ key: `${key}/${each}`, columns: { location_id: location, ...columns } }] : []
  })
  if (entries.length === 0) return refuseRow('an address of no known location')
  return { entries, warnings: textOf(row, 'country') ? [] : [`no country: ${country}, as in every row that names one`] }
}

const phoneTypes = ['text', 'voice', 'fax', 'cell', 'video', 'pager', 'textphone']

export function readPhone(row: Row, find: Find, before: Beforehand): Reading {
  const key = keyOf(row)
  const number = textOf(row, 'number')
  if (!key) return refuseRow('no identifier')
  if (!number) return refuseRow('no number')
  const type = textOf(row, 'type')?.toLowerCase() ?? ''
  const columns = {
    number,
    extension: textOf(row, 'extension'),
    type: phoneTypes.includes(type) ? type : null,
    description: textOf(row, 'description'),
  }
  const locations = [...new Set([...keysOf(row, 'location_id'), ...(before.locationsOfPhone.get(key) ?? [])])]
  const services = [...new Set([...keysOf(row, 'service_id'), ...(before.servicesOfPhone.get(key) ?? [])])]
  const { entries, unknown } = ownedEntries(
    key,
    [
      ['location', locations],
      ['service', services],
      ['organization', keysOf(row, 'organization_id')],
    ],
    ['organization', 'service', 'location'],
    columns,
    find,
  )
  return entries.length === 0 ? refuseRow('a telephone of nothing known') : { entries, warnings: unknown }
}

export function readSchedule(row: Row, find: Find): Reading {
  const key = keyOf(row)
  if (!key) return refuseRow('no identifier')
  const column = (name: string) => textOf(row, name) ?? ''
  const opening = readOpening({
    days: column('byday') || column('weekday'),
    opens: ['opens_at', 'opens', 'dtstart'].map(column).filter((each) => !/^\d{4}-\d\d-\d\d$/.test(each)),
    closes: ['closes_at', 'closes', 'until'].map(column).filter((each) => !/^\d{4}-\d\d-\d\d$/.test(each)),
    note: column('description'),
  })
  if (!opening) return refuseRow('hours that name no day and no time')
  const columns = {
    name: textOf(row, 'name'),
    freq: opening.freq,
    byday: opening.byday,
    opens_at: opening.opensAt,
    closes_at: opening.closesAt,
    description: opening.description,
  }
  const { entries, unknown } = ownedEntries(
    key,
    [
      ['service', keysOf(row, 'service_id')],
      ['location', keysOf(row, 'location_id')],
    ],
    ['service', 'location'],
    columns,
    find,
  )
  return entries.length === 0 ? refuseRow('hours of nothing known') : { entries, warnings: unknown }
}

export function readLanguage(row: Row, find: Find): Reading {
  const key = keyOf(row)
  const name = textOf(row, 'language')
  if (!key) return refuseRow('no identifier')
  if (!name) return refuseRow('no name')
  const { entries, unknown } = ownedEntries(
    key,
    [
      ['service', keysOf(row, 'service_id')],
      ['location', keysOf(row, 'location_id')],
    ],
    ['service', 'location'],
    { name },
    find,
  )
  return entries.length === 0 ? refuseRow('a language of nothing known') : { entries, warnings: unknown }
}

/** Numbers of accessibility rows repeat from one location to the next: the location is part of the key. */
export function readAccessibility(row: Row, find: Find): Reading {
  const key = keyOf(row) ?? 'none'
  const location = find('location', row['location_id'] ?? '')
  const worded = (column: string) => (/[\p{L}]/u.test(row[column] ?? '') ? textOf(row, column) : null)
  const description = worded('accessibility')
  const details = worded('details')
  if (!location) return refuseRow(`no location "${row['location_id'] ?? ''}"`)
  if (!description && !details) return refuseRow('accessibility without words')
  return {
    entries: [{ key: `${key}/${row['location_id']}`, columns: { location_id: location, description, details } }],
    warnings: [],
  }
}

export function readServiceAttribute(row: Row, find: Find): Reading {
  const key = keyOf(row)
  const service = find('service', row['service_id'] ?? '')
  const term = find('taxonomy_term', row['taxonomy_term_id'] ?? '')
  if (!key) return refuseRow('no identifier')
  if (!service) return refuseRow(`no service "${row['service_id'] ?? ''}"`)
  if (!term) return refuseRow(`no term "${row['taxonomy_term_id'] ?? ''}"`)
  return {
    entries: [{ key, columns: { link_id: service, link_entity: 'service', taxonomy_term_id: term } }],
    warnings: [],
  }
}
