import {
  keyOf,
  keysOf,
  leftOver,
  linkOf,
  refuseRow,
  textOf,
  type Entry,
  type Find,
  type Reading,
  type Row,
} from './entry.ts'
import { emailAddress } from './web-address.ts'

/** Organizations, programs, services and locations of an ORServices export, as HSDS names them. */
const noKey = 'no identifier'
const noName = 'no name'

export function readOrganization(row: Row): Reading {
  const key = keyOf(row)
  const name = textOf(row, 'name')
  if (!key) return refuseRow(noKey)
  if (!name) return refuseRow(noName)
  const { link, warnings } = linkOf(row, 'url')
  const email = emailAddress(row['email'] ?? '')
  const year = Number(row['year_incorporated'])
  const columns = {
    name,
    alternate_name: textOf(row, 'alternate_name'),
    description: textOf(row, 'description') ?? name,
    email: email ?? null,
    website: link,
    tax_id: textOf(row, 'tax_id'),
    year_incorporated: Number.isInteger(year) && year > 1000 && year < 3000 ? year : null,
    legal_status: textOf(row, 'legal_status'),
    status: 'active',
    original: leftOver(row, [
      'id',
      'name',
      'alternate_name',
      'description',
      'tax_id',
      'legal_status',
      ...(link ? ['url'] : []),
      ...(email ? ['email'] : []),
    ]),
  }
  return { entries: [{ key, columns }], warnings }
}

export function readProgram(row: Row, find: Find): Reading {
  const key = keyOf(row)
  const name = textOf(row, 'name')
  const organization = firstKnown(find, 'organization', keysOf(row, 'organization_id'))
  if (!key) return refuseRow(noKey)
  if (!name) return refuseRow(noName)
  if (!organization) return refuseRow('a program of no known organization')
  const own = textOf(row, 'description')
  // The older layout writes a program's description under alternate_name.
  const description = own ?? textOf(row, 'alternate_name') ?? name
  const columns = {
    organization_id: organization,
    name,
    alternate_name: own ? textOf(row, 'alternate_name') : null,
    description,
  }
  return { entries: [{ key, columns }], warnings: [] }
}

const readOfService = [
  'service_recordid',
  'service_name',
  'service_alternate_name',
  'service_organization',
  'service_description',
  'service_application_process',
  'service_wait_time',
  'service_fees',
  'service_accreditations',
  'service_licenses',
  'eligibility_description',
  'service_program',
  // the other side of links that have a file or a column of their own
  'service_locations',
  'service_taxonomy',
  'service_phones',
  'service_schedule',
  'service_address',
]

export function readService(row: Row, find: Find): Reading {
  const key = keyOf(row, 'service_recordid')
  const name = textOf(row, 'service_name')
  if (!key) return refuseRow(noKey)
  if (!name) return refuseRow(noName)
  const { link, warnings } = linkOf(row, 'service_url')
  const email = emailAddress(row['service_email'] ?? '')
  const organization = firstKnown(find, 'organization', keysOf(row, 'service_organization'))
  const columns = {
    organization_id: organization,
    program_id: firstKnown(find, 'program', keysOf(row, 'service_program')),
    name,
    alternate_name: textOf(row, 'service_alternate_name'),
    description: textOf(row, 'service_description') ?? name,
    url: link,
    email: email ?? null,
    status: 'active', // service_status holds numbers whose meaning nobody wrote down; they stay in the original
    application_process: textOf(row, 'service_application_process'),
    fees_description: textOf(row, 'service_fees'),
    wait_time: textOf(row, 'service_wait_time'),
    eligibility_description: textOf(row, 'eligibility_description'),
    accreditations: textOf(row, 'service_accreditations'),
    licenses: textOf(row, 'service_licenses'),
    original: leftOver(row, [...readOfService, ...(link ? ['service_url'] : []), ...(email ? ['service_email'] : [])]),
  }
  return {
    entries: [{ key, columns }],
    warnings: organization
      ? warnings
      : [...warnings, 'a service of no known organization: kept from readers and exports'],
  }
}

export function readLocation(row: Row, find: Find): Reading {
  const key = keyOf(row)
  if (!key) return refuseRow(noKey)
  const organization = firstKnown(find, 'organization', keysOf(row, 'organization_id'))
  const latitude = degrees(row['latitude'], 90)
  const longitude = degrees(row['longitude'], 180)
  const placed = latitude !== null && longitude !== null
  const columns = {
    organization_id: organization,
    name: textOf(row, 'name'),
    alternate_name: textOf(row, 'alternate_name'),
    description: textOf(row, 'description'),
    transportation: textOf(row, 'transportation'),
    latitude: placed ? latitude : null,
    longitude: placed ? longitude : null,
    original: leftOver(row, [
      'id',
      'organization_id',
      'name',
      'alternate_name',
      'description',
      'transportation',
      ...(placed ? ['latitude', 'longitude'] : []),
    ]),
  }
  return {
    entries: [{ key, columns }],
    warnings: organization ? [] : ['a location of no known organization: kept from readers and exports'],
  }
}

export function readServiceAtLocation(row: Row, find: Find): Reading {
  const key = keyOf(row)
  const service = find('service', row['service_id'] ?? '')
  const location = find('location', row['location_id'] ?? '')
  if (!key) return refuseRow(noKey)
  if (!service) return refuseRow(`no service "${row['service_id'] ?? ''}"`)
  if (!location) return refuseRow(`no location "${row['location_id'] ?? ''}"`)
  return {
    entries: [
      { key, columns: { service_id: service, location_id: location, description: textOf(row, 'description') } },
    ],
    warnings: [],
  }
}

type Owner = 'organization' | 'service' | 'location'

/** One entry for each thing the row belongs to: HSDS gives a telephone or a schedule one owner, exports list several. */
export function ownedEntries(
  key: string,
  links: readonly (readonly [Owner, readonly string[]])[],
  owners: readonly Owner[],
  columns: Entry['columns'],
  find: Find,
): { entries: Entry[]; unknown: string[] } {
  const linked = links.flatMap(([owner, keys]) => keys.map((each) => ({ owner, each, id: find(owner, each) })))
  const entries = linked.flatMap(({ owner, each, id }) => {
    const owned = Object.fromEntries(owners.map((other) => [`${other}_id`, other === owner && id ? id : null]))
    return id ? [{ key: `${key}/${owner}/${each}`, columns: { ...owned, ...columns } }] : []
  })
  return { entries, unknown: linked.filter(({ id }) => !id).map(({ owner, each }) => `no ${owner} "${each}"`) }
}

export function firstKnown(find: Find, table: 'organization' | 'program', keys: readonly string[]): string | null {
  return keys.map((key) => find(table, key)).find((id) => id !== undefined) ?? null
}

function degrees(text: string | undefined, most: number): number | null {
  const number = Number(text)
  return text?.trim() && Number.isFinite(number) && Math.abs(number) <= most ? number : null
}
